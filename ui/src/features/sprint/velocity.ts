import type { Velocity, VelocityRange } from "$lib/contract";
import { count, points } from "$lib/format";

/** How many closed sprints the range speaks of, in every room the same. */
export const VELOCITY_WINDOW = 8;

/** "21–27", or one number when the range has no width. */
export function rangeInWords({ low, high }: Pick<VelocityRange, "low" | "high">): string {
  return low === high ? points(low) : `${points(low)}–${points(high)}`;
}

/** "the last 8 sprints", "the only closed sprint" */
export function sampleInWords(n: number): string {
  return n === 1 ? "the only closed sprint" : `the last ${n} sprints`;
}

/** How a number of points stands to what past sprints completed. */
export type Standing = { state: "below" | "inside" | "over" | "pastBest"; by: number };

export function standing(value: number, range: VelocityRange): Standing {
  if (value > range.best) return { state: "pastBest", by: round(value - range.high) };
  if (value > range.high) return { state: "over", by: round(value - range.high) };
  if (value < range.low) return { state: "below", by: round(range.low - value) };
  return { state: "inside", by: round(range.high - value) };
}

/** What is to know before the range is passed, in a sentence. Empty while there is nothing to warn of. */
export function warning(value: number, range: VelocityRange): string {
  const { state } = standing(value, range);
  const sample = sampleInWords(range.n);
  if (state === "pastBest") return range.n === 1 ? `More than ${sample} completed: ${points(range.best)} points.` : `None of ${sample} completed more than ${points(range.best)} points.`;
  if (state === "over") return `Above the range of ${sample}, ${rangeInWords(range)} points.`;
  return "";
}

/** How many of the sprints ended within the range. */
export function withinRange({ sprints, range }: Velocity): number {
  return range ? sprints.filter(({ completed }) => completed >= range.low && completed <= range.high).length : 0;
}

/** "in 6 of 8 sprints" */
export function withinInWords(velocity: Velocity): string {
  return `in ${withinRange(velocity)} of ${count(velocity.sprints.length, "sprint")}`;
}

/** The end of an axis that holds every one of these: a round number with a little room above. */
export function axisEnd(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => most / step <= 5) ?? 1000;
  return Math.ceil((most * 1.05) / step) * step;
}

export function axisSteps(end: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => end / step <= 5) ?? 1000;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
}

/** Sums of estimates keep their hundredths and no more. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function sum(items: readonly { estimate: number | null }[]): number {
  return round(items.reduce((all, { estimate }) => all + (estimate ?? 0), 0));
}
