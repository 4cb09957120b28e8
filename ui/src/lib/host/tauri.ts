import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { open, save } from "@tauri-apps/plugin-dialog";
import type { Answer, Changed } from "../contract";
import type { Host } from "./types";

const FILTERS = [
  { name: "Lineout workspace", extensions: ["lineout"] },
  { name: "All files", extensions: ["*"] },
];

/** The desktop shell: one `rpc` command, one `changed` event. */
export const tauriHost: Host = {
  rpc: (name, request, actingAs) => invoke<Answer<never>>("rpc", { name, request, actingAs }),
  onChanged(callback) {
    const stop = listen<Changed>("changed", (event) => callback(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
  files: {
    open: () => open({ title: "Open a workspace", multiple: false, directory: false, filters: FILTERS }),
    save: (suggested) => save({ title: "Keep the new workspace as", defaultPath: suggested, filters: FILTERS }),
    choose: () => open({ title: "Attach files", multiple: true, directory: false }),
    saveCopy: (suggested) => save({ title: "Save a copy", defaultPath: suggested }),
  },
};
