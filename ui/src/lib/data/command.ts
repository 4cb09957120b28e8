import { announce } from "../announce";
import type { CommandName, Guidance, Id, Request, Response, RpcError } from "../contract";
import { rpc, toRpcError } from "../host";
import { session } from "../session.svelte";
import { toasts } from "../toasts.svelte";
import { refresh } from "./client";
import { Patch } from "./optimistic";

export type Result<T> =
  | { ok: true; value: T; action: { id: Id; label: string } | null; guidance: Guidance[] }
  | { ok: false; error: RpcError };

export type CommandOptions = {
  /** Change what is on screen ahead of the answer. Undone when the command is refused. */
  optimistic?: (patch: Patch) => void;
  /** Say nothing on success: for gestures whose result is plainly seen, many times a minute. Errors still show. */
  quiet?: boolean;
  /** The caller shows the error itself, beside the field it belongs to. */
  ownErrors?: boolean;
  /** Guidance that was said before it was confirmed: in the same words it is not said again. */
  told?: string | null;
};

/** Runs a command as the acting person. Never rejects: look at `ok`. */
export async function command<N extends CommandName>(
  name: N,
  request: Request<N>,
  { optimistic, quiet = false, ownErrors = false, told = null }: CommandOptions = {},
): Promise<Result<Response<N>>> {
  const patch = new Patch();
  optimistic?.(patch);
  try {
    const { value, action, guidance } = await rpc(name, request, session.actingAs);
    if (action && !quiet) toasts.done(action.label, { undo: () => void undo(action.id) });
    for (const note of guidance) if (note.message !== told) toasts.guide(note.message);
    // Nothing was written, so no change will be announced: what was patched must be asked for again.
    if (optimistic && !action) void refresh();
    return { ok: true, value, action, guidance };
  } catch (cause) {
    const error = toRpcError(cause);
    patch.rollBack();
    if (optimistic) void refresh();
    if (!ownErrors) toasts.error(error);
    return { ok: false, error };
  }
}

/** Undoes one action, or the latest when none is named. Answers why not, when it cannot. */
export function undo(action?: Id, options: Pick<CommandOptions, "ownErrors"> = {}): Promise<RpcError | null> {
  return step("history.undo", action ? { action } : {}, "Undone", options);
}

export function redo(): Promise<RpcError | null> {
  return step("history.redo", {}, "Redone");
}

async function step(name: "history.undo" | "history.redo", request: Request<"history.undo">, word: string, options: Pick<CommandOptions, "ownErrors"> = {}): Promise<RpcError | null> {
  const result = await command(name, request as never, { quiet: true, ownErrors: true });
  if (!result.ok) {
    // Asked for once too often: nothing went wrong.
    if (result.error.code.startsWith("nothing_to_")) toasts.warn(result.error.message);
    else if (!options.ownErrors) toasts.error(result.error);
    return result.error;
  }
  const said = `${word}: ${result.value.label}`;
  if (name === "history.undo") toasts.done(said, { action: { label: "Redo", kbd: "Mod+Shift+Z", run: () => void redo() } });
  else toasts.done(said, { undo: () => void undo() });
  announce(said);
  return null;
}
