import type { Id } from "$lib/contract";
import { session } from "$lib/session.svelte";

/** Names what is being written about an item, among the drafts of every workspace. */
export function draftKey(of: Id, what: "description" | "comment" | "edit" | "criterion"): string {
  return `${session.workspace?.id ?? "none"}.${of}.${what}`;
}
