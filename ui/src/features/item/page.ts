import type { Id } from "$lib/contract";
import { router } from "$lib/router.svelte";

/** Opens the page of an item. The step that is left remembers the row, so that whoever goes back finds the focus on it. */
export function openItemPage(id: Id): void {
  window.history.replaceState({ row: id }, "");
  router.go("item", id);
}

/** The row this step was left from for an item's page, for the room that is shown again. */
export function rowLeft(): Id | null {
  const state: unknown = window.history.state;
  return typeof state === "object" && state !== null && "row" in state && typeof state.row === "string" ? state.row : null;
}

/** Back to where the page was opened; to the Product Backlog when it was the first thing shown. */
export function leaveItemPage(id: Id | null): void {
  const here = window.location.hash;
  const instead = () => {
    if (window.location.hash === here) router.go("backlog", ...(id ? [id] : []));
  };
  if (window.history.length < 2) return instead();
  window.history.back();
  // A page that was opened by its address and gone back to has nothing behind it.
  window.setTimeout(instead, 250);
}
