import type { EditImprovement, Id, Improvement, ImprovementState, ItemRow, RpcError } from "$lib/contract";
import { command, type Patch, type Result } from "$lib/data";

/** What changes on an entry; what is left out stays. */
export type ImprovementChange = Omit<EditImprovement, "improvement">;

/** Shows a change of an entry in every answer that is known and speaks of it. */
export function patchImprovement(patch: Patch, id: Id, change: Partial<Improvement>): void {
  const changed = (entry: Improvement): Improvement => (entry.id === id ? { ...entry, ...change } : entry);
  patch.update("improvement.list", (value) => ({ ...value, improvements: value.improvements.map(changed) }));
  patch.update("retro.get", (value) => ({ ...value, improvements: value.improvements.map(changed), due: value.due.map(changed) }));
}

/** Changes what is written. It shows at once and goes back when it is refused; the caller says why beside the field. */
export async function edit(id: Id, change: ImprovementChange): Promise<RpcError | null> {
  const optimistic = (patch: Patch) => patchImprovement(patch, id, change as Partial<Improvement>);
  const result = await command("improvement.edit", { improvement: id, ...change }, { optimistic, ownErrors: true });
  return result.ok ? null : result.error;
}

/** Moves an entry on. Where it may go next is known only when the host has answered, so only its state shows ahead. */
export function setState(id: Id, state: ImprovementState, outcome?: string, ownErrors = false): Promise<Result<Improvement>> {
  const optimistic = (patch: Patch) => patchImprovement(patch, id, { state, outcome: outcome ?? "" });
  return command("improvement.setState", { improvement: id, state, outcome }, { ownErrors, optimistic });
}

/** Makes it a backlog item, at the top. */
export function toItem(id: Id): Promise<Result<ItemRow>> {
  return command("improvement.toItem", { improvement: id });
}

/** A refusal for beside a field. */
export function inWords(error: RpcError): string {
  return [error.message, error.hint].filter(Boolean).join(" ");
}
