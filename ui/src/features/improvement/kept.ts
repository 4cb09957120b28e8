import type { Day } from "$lib/contract";
import { clock } from "$lib/clock.svelte";
import { teamDay } from "$lib/format";

export type Period = "quarter" | "year" | "all";
export const PERIODS: { value: Period; label: string }[] = [
  { value: "quarter", label: "Three months" },
  { value: "year", label: "A year" },
  { value: "all", label: "All time" },
];

/** The first day of a period that ends today; undefined leaves it to the app, whose period is a year. */
export function periodFrom(period: Period, timeZone: string, now: Date = clock.now()): Day | undefined {
  if (period === "year") return undefined;
  if (period === "all") return "2000-01-01";
  const today = teamDay(timeZone, now);
  const from = new Date(`${today}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() - 90);
  return from.toISOString().slice(0, 10);
}
