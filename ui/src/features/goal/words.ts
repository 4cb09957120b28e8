import type { GoalMeasure, GoalMeasurement } from "$lib/contract";
import { figure } from "$lib/figure";
import { count } from "$lib/format";

/** "43%", "12 calls", "3": a value with its unit. */
export function amount(value: number, unit: string): string {
  const said = value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  if (unit === "%") return `${said}%`;
  return unit ? `${said} ${unit}` : said;
}

/** "22% → 60%" */
export function way({ baseline, target, unit }: GoalMeasure): string {
  return `${amount(baseline, unit)} → ${amount(target, unit)}`;
}

/** "55% of the way", "past the target", "not on the way yet" */
export function progressInWords(progress: number | null | undefined): string {
  if (progress === null || progress === undefined) return "Nothing measured yet";
  if (progress >= 100) return progress > 100 ? "Past the target" : "At the target";
  if (progress < 0) return `${figure(Math.round(-progress))}% of the way, in the wrong direction`;
  return `${figure(Math.round(progress))}% of the way`;
}

type Measured = { measure?: GoalMeasure | null; measurements: readonly GoalMeasurement[]; progress?: number | null };

/** All of it, for who cannot see the chart. */
export function summary({ measure, measurements, progress }: Measured): string {
  if (!measure) return "The Product Goal is not measured";
  const { name, unit } = measure;
  const last = measurements.at(-1);
  const now = last ? `now ${amount(last.value, unit)}, ` : "";
  return `${name}: ${now}from ${amount(measure.baseline, unit)} to ${amount(measure.target, unit)}. ${progressInWords(progress)}, ${count(measurements.length, "measurement")}.`;
}
