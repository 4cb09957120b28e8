import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { open, save } from "@tauri-apps/plugin-dialog";
import type { Answer, Changed, Progress } from "../contract";
import type { Host } from "./types";

const FILTERS = [
  { name: "Lineout workspace", extensions: ["lineout"] },
  { name: "All files", extensions: ["*"] },
];

/** The desktop shell: one `rpc` command, a `changed` and a `progress` event. */
export const tauriHost: Host = {
  rpc: (name, request, actingAs) => invoke<Answer<never>>("rpc", { name, request, actingAs }),
  onChanged(callback) {
    const stop = listen<Changed>("changed", (event) => callback(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
  onProgress(callback) {
    const stop = listen<Progress>("progress", (event) => callback(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
  files: {
    open: () => open({ title: "Open a workspace", multiple: false, directory: false, filters: FILTERS }),
    save: (suggested) => save({ title: "Keep the new workspace as", defaultPath: suggested, filters: FILTERS }),
    choose: () => open({ title: "Attach files", multiple: true, directory: false }),
    saveCopy: (suggested) => save({ title: "Save a copy", defaultPath: suggested }),
    export: (suggested, ending) => save({ title: "Export", defaultPath: suggested, filters: [{ name: ending.toUpperCase(), extensions: [ending] }, { name: "All files", extensions: ["*"] }] }),
  },
};
