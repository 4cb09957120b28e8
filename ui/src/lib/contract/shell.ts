import type { ExportBacklog, Workspace } from "./generated";
import type { Empty } from "./names";
import type { RpcError } from ".";

/** Queries whose text may be kept as a file. */
export type SavedText = "increment.get" | "increment.shipped" | "review.get" | "sprint.exportRecord";

/** What only the desktop shell answers: which file it is that everything else speaks about. */
export interface ShellContract {
  "workspace.open": { request: { path: string }; response: Workspace; kind: "command" };
  "workspace.openSample": { request: Empty; response: Workspace; kind: "command" };
  "workspace.close": { request: Empty; response: Empty; kind: "command" };
  /** Files opened before that are still there, newest first, and where a new one goes by default. */
  "workspace.places": { request: Empty; response: { recent: string[]; fresh: string }; kind: "query" };
  /** Calls off what goes by this ticket. It is answered at once; the call itself answers with `called_off`. */
  "import.cancel": { request: { ticket: string }; response: Empty; kind: "command" };
  /** Writes what `backlog.export` answers to a file. */
  "backlog.save": { request: { path: string; export: ExportBacklog }; response: { path: string; items: number }; kind: "command" };
  /** Writes the text of an answer to a file: release notes, what shipped, minutes, the record of a sprint. */
  "text.save": { request: { path: string; query: SavedText; request: unknown }; response: { path: string }; kind: "command" };
  /** `problem`: why the workspace that should be open is not. */
  "workspace.current": { request: Empty; response: { problem?: RpcError | null }; kind: "query" };
}

/** How far a long call is, told while it works. */
export type Progress = { ticket: string | null; step: "reading" | "comparing" | "writing"; done: number; total: number };
