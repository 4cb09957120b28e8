import type { Sprint } from "$lib/contract";
import { router } from "$lib/router.svelte";

/** How many sprints menus list before they point to the room of all. */
export const RECENT_SPRINTS = 8;

/** Where one looks at a sprint: on its board, at its plan, or in its record. */
export function enterSprint(sprint: Sprint): void {
  if (sprint.state === "active") router.go("board");
  else if (sprint.state === "planned") router.go("planning", sprint.id);
  else router.go("sprints", sprint.id);
}
