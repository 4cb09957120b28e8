import type { Sprint } from "./contract";

/** The sprint the window speaks of: the active one, else the next planned one. `sprint.list` comes newest first. */
export function currentSprint(sprints: readonly Sprint[] | undefined): Sprint | null {
  if (!sprints) return null;
  return sprints.find((sprint) => sprint.state === "active") ?? sprints.findLast((sprint) => sprint.state === "planned") ?? null;
}
