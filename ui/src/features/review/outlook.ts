import type { BacklogForecast, Id, SprintForecast } from "$lib/contract";
import { whyNone } from "../backlog/reach";

/** How far down the Product Backlog the team is likely to get by the end of the next sprint. */
export type Outlook = { name: string; likely: number; even: number };

/** The place of the sprint planned next, or of the first that comes after the active one. */
function placeOf(sprints: readonly SprintForecast[], next: Id | null): number {
  const at = sprints.findIndex((sprint) => sprint.sprint === next && next !== null);
  return at >= 0 ? at : Math.min(1, sprints.length - 1);
}

/** The forecast for the sprint planned next, or for the first that comes after the active one. None when it reaches nothing. */
export function toForecast(sprints: readonly SprintForecast[], next: Id | null): Outlook | null {
  const sprint = sprints[placeOf(sprints, next)];
  if (!sprint || sprint.even.rows === 0) return null;
  return { name: sprint.name, likely: sprint.likely.rows, even: sprint.even.rows };
}

/** Why it reaches nothing. */
export function whyNoOutlook(forecast: BacklogForecast, next: Id | null): string | null {
  return whyNone(forecast, placeOf(forecast.sprints, next) + 1);
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
