import { dayRange } from "$lib/format";
import type { Sprint } from "$lib/contract";

/** "9 – 20 March"; with the year where the sprint ended in another than the one at hand. */
export function sprintDates({ startDay, endDay }: Pick<Sprint, "startDay" | "endDay">, now: Date = new Date()): string {
  const year = endDay.slice(0, 4);
  return year === String(now.getFullYear()) ? dayRange(startDay, endDay) : `${dayRange(startDay, endDay)} ${year}`;
}

/** "85%", or a dash where nothing was committed. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? "–" : `${Math.round(100 * share)}%`;
}
