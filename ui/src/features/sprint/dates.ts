import { clock } from "$lib/clock.svelte";
import { count, day, dayRange } from "$lib/format";
import type { Sprint, SprintRecord } from "$lib/contract";

/** "9 – 20 March"; with the year where the sprint ended in another than the one at hand. */
export function sprintDates({ startDay, endDay }: Pick<Sprint, "startDay" | "endDay">, now: Date = clock.now()): string {
  const year = endDay.slice(0, 4);
  return year === String(now.getFullYear()) ? dayRange(startDay, endDay) : `${dayRange(startDay, endDay)} ${year}`;
}

/** "ended 26 November", where a sprint ended on another day than planned; null where it did not. */
export function endedInWords({ endDay, endedDay }: Pick<Sprint, "endDay" | "endedDay">): string | null {
  return endedDay && endedDay !== endDay ? `ended ${day(endedDay)}` : null;
}

/** "6 working days early", "after the planned end"; null where it ended as planned. */
export function offInWords({ endDay, ended }: Pick<SprintRecord, "endDay" | "ended">): string | null {
  if (!ended) return null;
  if (ended.day > endDay) return "after the planned end";
  return ended.earlyDays ? `${count(ended.earlyDays, "working day")} early` : null;
}

/** "85%", or a dash where nothing was committed. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? "–" : `${Math.round(100 * share)}%`;
}
