import type { ItemOutcome, RecordedChanges, RecordedItem } from "$lib/contract";
import { scopeInWords } from "../burndown/words";
import { round } from "./velocity";

/** The outcomes in the order a record tells them, each with its heading. */
const OUTCOMES: { outcome: ItemOutcome; title: string; late?: true }[] = [
  { outcome: "done", title: "Done" },
  { outcome: "done", title: "Done late, after the planned end", late: true },
  { outcome: "split", title: "Split: the done part counts here, the rest went on" },
  { outcome: "next", title: "Carried to the next sprint" },
  { outcome: "top", title: "Carried to the top of the Product Backlog" },
  { outcome: "place", title: "Back at the old place in the Product Backlog" },
  { outcome: "cancelled", title: "Cancelled" },
  { outcome: "removed", title: "Removed during the sprint" },
];

export type OutcomeGroup = { outcome: ItemOutcome; late: boolean; title: string; items: RecordedItem[]; points: number; unestimated: number };

/** Every item of a record by what became of it; outcomes that nothing had are left out. */
export function byOutcome(items: readonly RecordedItem[]): OutcomeGroup[] {
  return OUTCOMES.flatMap(({ outcome, title, late = false }) => {
    const found = items.filter((item) => item.outcome === outcome && (outcome !== "done" || item.late === late));
    return found.length ? [{ outcome, late, title, items: found, points: atClose(found), unestimated: found.filter(({ estimateAtClose }) => estimateAtClose === null).length }] : [];
  });
}

/** "1 added, 2 cancelled; 1 late": what changed after the start, in the words of the chart. */
export function changesInWords(changes: RecordedChanges): string {
  const scope = scopeInWords(changes) || "No change of scope";
  return changes.late ? `${scope}; ${changes.late} late` : scope;
}

/** What an item was estimated at the start: nothing where it was not there, so that the column adds up to the commitment. */
export function atStart(item: RecordedItem): number | null {
  return item.committed ? item.estimateAtStart : null;
}

function atClose(items: readonly RecordedItem[]): number {
  return round(items.reduce((sum, item) => sum + (item.estimateAtClose ?? 0), 0));
}
