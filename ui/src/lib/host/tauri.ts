import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Answer, Changed } from "../contract";
import type { Host } from "./types";

/** The desktop shell: one `rpc` command, one `changed` event. */
export const tauriHost: Host = {
  rpc: (name, request, actingAs) => invoke<Answer<never>>("rpc", { name, request, actingAs }),
  onChanged(callback) {
    const stop = listen<Changed>("changed", (event) => callback(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
};
