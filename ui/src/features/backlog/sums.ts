import type { BacklogFilter, BacklogSums } from "$lib/contract";
import { count } from "$lib/format";

/** "28 items · 93 points · 5 unestimated"; of what a filter leaves of the backlog "42 of 3,526 items · 120 points". */
export function sumsInWords(shown: BacklogSums, whole: BacklogSums, filter: BacklogFilter): string {
  const among = Object.keys(filter).length > 0 && filter.scope === undefined;
  const items = among ? `${shown.items.toLocaleString("en-GB")} of ${count(whole.items, "item")}` : count(shown.items, "item");
  const sum = Math.round(shown.points * 100) / 100;
  return [items, count(sum, "point"), shown.unestimated > 0 && `${shown.unestimated.toLocaleString("en-GB")} unestimated`].filter(Boolean).join(" · ");
}
