import type { Contract as Generated, Guidance } from "./generated";
import type { Id } from "./names";
import type { ShellContract } from "./shell";

export * from "./generated";
export * from "./names";
export type { Progress, SavedText } from "./shell";

/** Everything a host answers: the generated contract and the shell's own few commands. */
export type Calls = Generated & ShellContract;
export type Name = keyof Calls;
type OfKind<K extends "query" | "command"> = { [N in Name]: Calls[N]["kind"] extends K ? N : never }[Name];
export type QueryName = OfKind<"query">;
export type CommandName = OfKind<"command">;
export type Request<N extends Name> = Calls[N]["request"];
export type Response<N extends Name> = Calls[N]["response"];

/** `action` is null for queries and for commands that changed nothing. */
export type Answer<T> = { value: T; action: { id: Id; label: string } | null; guidance: Guidance[] };
export type RpcError = { code: string; message: string; hint: string };
/** `topics` are the tables touched; an empty list means anything may have changed. */
export type Changed = { topics: string[] };
