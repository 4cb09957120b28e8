import type { ItemRow, Sprint } from "$lib/contract";
import { router } from "$lib/router.svelte";

/**
 * Where one looks at an item: on the board while its sprint runs, else beside the Product Backlog, which shows the details
 * of any item, also of one that is Done or planned into a sprint.
 */
export function openItem(item: Pick<ItemRow, "id" | "key" | "sprint" | "column" | "resolution">, sprints: readonly Sprint[]): void {
  const runs = sprints.some(({ id, state }) => id === item.sprint && state === "active");
  const onBoard = runs && item.column !== null && (item.resolution === null || item.resolution === "done");
  if (onBoard) router.go("board", item.key);
  // Whoever is in that room already looks at its list in some way, and goes on doing so.
  else router.to({ room: "backlog", params: [item.id], query: router.room === "backlog" ? router.query : "" });
}
