import type { Workspace } from "./generated";
import type { Empty } from "./names";

/** Commands that only the desktop shell answers: they choose the file that everything else speaks about. */
export interface ShellContract {
  "workspace.open": { request: { path: string }; response: Workspace; kind: "command" };
  "workspace.openSample": { request: Empty; response: Workspace; kind: "command" };
  "workspace.close": { request: Empty; response: Empty; kind: "command" };
}
