import type { Workspace } from "./generated";
import type { Empty } from "./names";
import type { RpcError } from ".";

/** What only the desktop shell answers: which file it is that everything else speaks about. */
export interface ShellContract {
  "workspace.open": { request: { path: string }; response: Workspace; kind: "command" };
  "workspace.openSample": { request: Empty; response: Workspace; kind: "command" };
  "workspace.close": { request: Empty; response: Empty; kind: "command" };
  /** Files opened before that are still there, newest first, and where a new one goes by default. */
  "workspace.places": { request: Empty; response: { recent: string[]; fresh: string }; kind: "query" };
  /** `problem`: why the workspace that should be open is not. */
  "workspace.current": { request: Empty; response: { problem?: RpcError | null }; kind: "query" };
}
