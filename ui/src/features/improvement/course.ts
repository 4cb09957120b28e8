import { scale } from "$lib/chart";
import { shortDay } from "$lib/format";
import type { ImprovementDetail, KpiSample } from "$lib/contract";

type Box = { width: number; height: number; left: number; right: number; top: number; bottom: number };
export type Spot = { x: number; y: number; of: KpiSample };
export type Tick = { x: number; text: string; ahead: boolean; missing: boolean };
export type CourseLine = {
  spots: Spot[];
  /** What was before the team agreed, and what came after. Broken where a sprint has no value. */
  before: string;
  after: string;
  ticks: Tick[];
  baseline: number | null;
  /** Where the target lies, from the agreement to the review. */
  target: { y: number; from: number; to: number } | null;
  /** From the newest value to the target, while it is not reached. */
  ahead: { x1: number; y1: number; x2: number; y2: number } | null;
};

const DAY_MS = 86_400_000;
/** So many pixels of a line can be told from a dot. */
const LEAST_LINE = 24;

/** A KPI over the sprints or the days, its baseline and its target; null while there is nothing to draw. */
export function layout(detail: ImprovementDetail, box: Box): CourseLine | null {
  const { course, entry } = detail;
  const { kpi } = entry;
  if (!course || !kpi) return null;
  const { samples } = course;
  const baselineValue = kpi.baseline ?? null;
  const targetValue = kpi.target ?? null;
  const values = [baselineValue, targetValue, ...samples.map(({ value }) => value)].filter((value) => value !== null && value !== undefined);
  if (values.length === 0) return null;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const bottom = box.height - box.bottom;
  const y = least === most ? () => (box.top + bottom) / 2 : scale([least, most], [bottom, box.top]);
  const end = box.width - box.right;
  const places = xs(detail, box.left, end);
  const spots = samples.flatMap((of, at) => (of.value === null ? [] : [{ x: round(places.at(at)), y: round(y(of.value)), of }]));
  const line = (wanted: (sample: KpiSample, at: number) => boolean) => path(samples.map((of, at) => (of.value !== null && wanted(of, at) ? { x: places.at(at), y: y(of.value) } : null)));
  const firstAfter = samples.findIndex(({ after }) => after);
  const last = spots.at(-1);
  const agreed = agreement(samples, places.at) ?? box.left;
  // Agreed just before the review, the line would be a dot: it is drawn over all of the chart then.
  const from = places.review - agreed < LEAST_LINE ? box.left : agreed;
  const target = targetValue === null ? null : { y: round(y(targetValue)), from: round(from), to: round(places.review) };
  return {
    spots,
    before: line((_, at) => firstAfter < 0 || at < firstAfter),
    // It sets out from the last value before, so that the way is one line.
    after: firstAfter < 0 ? "" : line((_, at) => at >= firstAfter - 1),
    ticks: places.ticks,
    baseline: baselineValue === null ? null : round(y(baselineValue)),
    target,
    ahead: last && target && course.reached !== true && last.x < target.to - 4 ? { x1: last.x, y1: last.y, x2: target.to, y2: target.y } : null,
  };
}

/** Where each value lies, and where the review does: sprints in even steps, days by the calendar. */
function xs({ course, entry, reviewNumber }: ImprovementDetail, left: number, right: number) {
  const samples = course?.samples ?? [];
  if (entry.kpi?.figure) {
    const newest = samples.at(-1)?.number ?? 0;
    const toCome = reviewNumber !== null && reviewNumber > newest;
    const slots = samples.length + (toCome ? 1 : 0);
    const x = slots < 2 ? () => right : scale([0, slots - 1], [left, right]);
    const ticks: Tick[] = samples.map((sample, at) => ({ x: round(x(at)), text: String(sample.number ?? ""), ahead: false, missing: sample.value === null }));
    if (toCome) ticks.push({ x: round(right), text: String(reviewNumber), ahead: true, missing: false });
    return { at: x, review: right, ticks };
  }
  const days = samples.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / DAY_MS);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  // Room ahead of the newest, where the way to the target is drawn.
  const until = course?.reached === true || entry.outcome !== "" ? right : left + (right - left) * 0.8;
  const x = first === last ? () => (left + until) / 2 : scale([first, last], [left, until]);
  const ends = samples.length === 0 ? [] : samples.length === 1 || first === last ? [samples.length - 1] : [0, samples.length - 1];
  const ticks: Tick[] = ends.map((at) => ({ x: round(x(days[at] ?? last)), text: shortDay(samples[at]!.day).slice(4), ahead: false, missing: false }));
  return { at: (at: number) => x(days[at] ?? last), review: right, ticks };
}

/** Where the team agreed: at the last value before it. */
function agreement(samples: readonly KpiSample[], x: (at: number) => number): number | null {
  const before = samples.findLastIndex(({ after }) => !after);
  return before < 0 ? null : x(before);
}

function path(points: readonly ({ x: number; y: number } | null)[]): string {
  let drawn = "";
  points.forEach((point, at) => {
    if (point) drawn += `${points[at - 1] ? "L" : "M"}${round(point.x)} ${round(point.y)}`;
  });
  return drawn;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
