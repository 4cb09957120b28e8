import type { Improvement, ImprovementDetail, Kpi, KpiCourse, KpiSample } from "$lib/contract";
import { figure } from "$lib/figure";
import { shortDay } from "$lib/format";

/** "9.5 → 4 h"; what is not known is left out. */
export function kpiText({ kpi }: Pick<Improvement, "kpi">): string {
  if (!kpi) return "";
  const from = figure(kpi.baseline);
  const to = figure(kpi.target);
  const values = from && to ? `${from} → ${to}` : from ? `from ${from}` : to ? `to ${to}` : "";
  return values ? [values, kpi.unit].filter(Boolean).join(" ") : kpi.name;
}

/** The same for ears. */
export function kpiSpoken(kpi: Kpi): string {
  const unit = kpi.unit ? ` ${kpi.unit}` : "";
  const parts = [kpi.name, figure(kpi.baseline) && `baseline ${figure(kpi.baseline)}${unit}`, figure(kpi.target) && `target ${figure(kpi.target)}${unit}`];
  return parts.filter(Boolean).join(", ");
}

/** "43%", "12 days", "3": a value with its unit. */
export function amount(value: number, unit: string): string {
  const said = figure(value);
  return unit === "%" ? `${said}%` : [said, unit].filter(Boolean).join(" ");
}

/** "−3.5 h", "+2%", "No change" */
export function changeInWords(change: number, { unit }: Pick<Kpi, "unit">): string {
  if (change === 0) return "No change";
  return `${change > 0 ? "+" : "−"}${amount(Math.abs(change), unit)}`;
}

/** How far it is, in words. */
export function wayInWords({ progress, reached, better, last }: Pick<KpiCourse, "progress" | "reached" | "better" | "last">): string {
  if (last === null) return "Nothing measured since it was agreed";
  if (reached) return "Target reached";
  if (progress !== null && progress >= 0) return `${figure(Math.round(progress))}% of the way`;
  return better === true ? "Better than the baseline" : better === false ? "Worse than the baseline" : "Where it was";
}

/** What a sample is called: its sprint, or its day. */
export function sampleName(sample: KpiSample): string {
  return sample.sprintName ?? shortDay(sample.day);
}

/** All of a chart, for who cannot see it. */
export function courseSpoken({ entry, course }: ImprovementDetail): string {
  const { kpi } = entry;
  if (!kpi || !course) return "";
  const at = (label: string, value: number | null | undefined) => (value === null || value === undefined ? "" : `${label} ${amount(value, kpi.unit)}`);
  const ends = [at("now", course.last), at("baseline", kpi.baseline), at("target", kpi.target)].filter(Boolean).join(", ");
  const values = course.samples.map((sample) => `${sampleName(sample)}: ${sample.value === null ? "none" : amount(sample.value, kpi.unit)}.`);
  return [`${kpi.name}: ${ends || "nothing measured"}.`, ...values].join(" ");
}
