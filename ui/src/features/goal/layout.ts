import { scale } from "$lib/chart";
import type { GoalMeasure, GoalMeasurement } from "$lib/contract";

type Box = { width: number; height: number; left: number; right: number; top: number; bottom: number };
type Spot = { id: string; x: number; y: number; of: GoalMeasurement };

const DAY_MS = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** What was measured as a line over the days, and where baseline and target lie. */
export type GoalLine = { spots: Spot[]; line: string; baseline: number; target: number; from: string | null; to: string | null };

export function layout(measure: GoalMeasure, measurements: readonly GoalMeasurement[], box: Box): GoalLine {
  const values = [measure.baseline, measure.target, ...measurements.map(({ value }) => value)];
  const days = measurements.map(({ day }) => at(day));
  const first = Math.min(...days);
  const last = Math.max(...days);
  const y = scale([Math.min(...values), Math.max(...values)], [box.height - box.bottom, box.top]);
  const end = box.width - box.right;
  // A single day stands at the end, where "now" is.
  const x = first === last ? () => end : scale([first, last], [box.left, end]);
  const spots = measurements.map((of) => ({ id: of.id, x: x(at(of.day)), y: y(of.value), of }));
  const line = spots.map(({ x, y }, n) => `${n ? "L" : "M"}${round(x)} ${round(y)}`).join("");
  return { spots, line, baseline: y(measure.baseline), target: y(measure.target), from: measurements[0]?.day ?? null, to: measurements.at(-1)?.day ?? null };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
