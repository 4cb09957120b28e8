import type { ItemOutcome, RecordedItem, SprintRecord } from "$lib/contract";
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

export type OutcomeGroup = { outcome: ItemOutcome; late: boolean; title: string; items: RecordedItem[]; points: number };

/** Every item of a record by what became of it; outcomes that nothing had are left out. */
export function byOutcome(items: readonly RecordedItem[]): OutcomeGroup[] {
  return OUTCOMES.flatMap(({ outcome, title, late = false }) => {
    const found = items.filter((item) => item.outcome === outcome && (outcome !== "done" || item.late === late));
    return found.length ? [{ outcome, late, title, items: found, points: atClose(found) }] : [];
  });
}

export function isReestimated(item: RecordedItem): boolean {
  return item.estimateAtStart !== item.estimateAtClose && item.outcome !== "split";
}

/** What changed after the start, as counts. */
export function scope({ items }: SprintRecord): { added: number; removed: number; reestimated: number; late: number } {
  return {
    added: items.filter(({ addedAt }) => addedAt !== null).length,
    removed: items.filter(({ removedAt }) => removedAt !== null).length,
    reestimated: items.filter(isReestimated).length,
    late: items.filter(({ late }) => late).length,
  };
}

export function atStart(items: readonly RecordedItem[]): number {
  return round(items.reduce((sum, item) => sum + (item.estimateAtStart ?? 0), 0));
}

export function atClose(items: readonly RecordedItem[]): number {
  return round(items.reduce((sum, item) => sum + (item.estimateAtClose ?? 0), 0));
}
