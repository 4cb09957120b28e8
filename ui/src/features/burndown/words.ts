import type { Burndown, EventKind, ScopeKind } from "$lib/contract";
import { count, points } from "$lib/format";

export type Unit = "points" | "items";

export const EVENT_WORDS: Record<EventKind, string> = {
  added: "added",
  removed: "removed",
  cancelled: "cancelled",
  reestimated: "estimated anew",
  done: "Done",
  split: "Done in part",
  reopened: "reopened",
};

/** "+3", "−2" with a real minus, "0". */
export function signed(value: number): string {
  return value > 0 ? `+${points(value)}` : value < 0 ? `−${points(-value)}` : "0";
}

/** "23 points", "1 point", "4 items" */
export function amount(value: number, unit: Unit): string {
  if (unit === "items") return count(Math.round(value * 10) / 10, "item");
  return `${points(value)} ${value === 1 || value === 0.5 ? "point" : "points"}`;
}

const SCOPE: readonly ScopeKind[] = ["added", "removed", "cancelled", "reestimated"];

/** "1 added, 2 cancelled": how often the scope changed, by what it was. Empty where it did not. */
export function scopeInWords(counts: Partial<Record<ScopeKind, number>>): string {
  return SCOPE.flatMap((kind) => (counts[kind] ? [`${counts[kind]} ${EVENT_WORDS[kind]}`] : [])).join(", ");
}

export function scopeCounts(changes: readonly { kind: ScopeKind }[]): Partial<Record<ScopeKind, number>> {
  const counts: Partial<Record<ScopeKind, number>> = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** ", 2 unestimated": what counts 0 in a number of points is named beside it. */
export function unestimated(items: number): string {
  return items ? `, ${items} unestimated` : "";
}

/** What is left, and what the guideline would leave. */
export function standing(burndown: Burndown, unit: Unit): { left: number; planned: number; committed: number } {
  return unit === "points"
    ? { left: burndown.remaining, planned: burndown.guidelineNow, committed: burndown.committed }
    : { left: burndown.steps.at(-1)?.items ?? 0, planned: burndown.guidelineItemsNow, committed: burndown.committedItems };
}

/** What stands under the figure: "and 2 unestimated, of 24 committed, an even pace would leave 12". */
export function under(burndown: Burndown, unit: Unit): string {
  const { planned, committed } = standing(burndown, unit);
  const unknown = unit === "points" ? burndown.unestimatedItems.length : 0;
  return [...(unknown ? [`and ${unknown} unestimated`] : []), `of ${points(committed)} committed`, ...(burndown.end ? [] : [`an even pace would leave ${points(rounded(planned))}`])].join(", ");
}

/** From what stood at start to what is left: one sum for each kind of event there was. */
export function account(burndown: Burndown, unit: Unit): { kind: EventKind; by: number; times: number }[] {
  const kinds = Object.keys(EVENT_WORDS) as EventKind[];
  return kinds.flatMap((kind) => {
    const events = burndown.events.filter((event) => event.kind === kind);
    const by = events.reduce((sum, event) => sum + event[unit], 0);
    return events.length ? [{ kind, by: Math.round(by * 100) / 100, times: events.length }] : [];
  });
}

/** The whole chart in a sentence, for those who do not see it. */
export function summary(burndown: Burndown, unit: Unit): string {
  const { left, planned, committed } = standing(burndown, unit);
  const changes = burndown.scopeChanges.length;
  const parts = [`${amount(left, unit)} left${unit === "points" && burndown.unestimated ? `${unestimated(burndown.unestimated)},` : ""} of ${points(committed)} committed`, `an even pace would leave ${points(rounded(planned))}`];
  if (changes) parts.push(`${count(changes, "scope change")} (${scopeInWords(scopeCounts(burndown.scopeChanges))})`);
  return `Burndown: ${parts.join(", ")}.`;
}

/** The guideline is read, not measured: whole points, or tenths where it is small. */
export function rounded(value: number): number {
  return value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
}
