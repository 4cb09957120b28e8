import type { Id, SprintForecast } from "$lib/contract";

/** How far down the Product Backlog the team is likely to get by the end of the next sprint. */
export type Outlook = { name: string; likely: number; even: number };

/** The forecast for the sprint planned next, or for the first that comes after the active one. None when it reaches nothing. */
export function toForecast(sprints: readonly SprintForecast[], next: Id | null): Outlook | null {
  const at = sprints.findIndex((sprint) => sprint.sprint === next && next !== null);
  const sprint = at >= 0 ? sprints[at] : (sprints[1] ?? sprints[0]);
  if (!sprint || sprint.even.rows === 0) return null;
  return { name: sprint.name, likely: sprint.likely.rows, even: sprint.even.rows };
}

/** "the first 4 rows", "the first 4 to 9 rows", "perhaps the first 3 rows" */
export function reachInWords({ likely, even }: Pick<Outlook, "likely" | "even">): string {
  if (likely === even) return even === 1 ? "the first row" : `the first ${even} rows`;
  if (likely === 0) return even === 1 ? "perhaps the first row" : `perhaps the first ${even} rows`;
  return `the first ${likely} to ${even} rows`;
}

/** How likely that reach is. What is even odds and no more says so. */
export function likelihood({ likely, even }: Pick<Outlook, "likely" | "even">): string {
  if (likely === even) return "85% likely";
  return likely === 0 ? "50% likely; none of them is 85% likely" : "85% to 50% likely";
}
