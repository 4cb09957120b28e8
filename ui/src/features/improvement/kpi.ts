import type { Improvement, ImprovementDetail, Kpi, KpiCourse, KpiSample } from "$lib/contract";
import { figure } from "$lib/figure";
import { shortDay } from "$lib/format";

/** "9.5 → 4 h"; what is not known is left out. */
export function kpiText({ kpi }: Pick<Improvement, "kpi">): string {
  if (!kpi) return "";
  const from = figure(kpi.baseline);
  const to = figure(kpi.target);
  const last = (value: number | null | undefined) => amount(value ?? 0, kpi.unit);
  return from && to ? `${from} → ${last(kpi.target)}` : from ? `from ${last(kpi.baseline)}` : to ? `to ${last(kpi.target)}` : kpi.name;
}

/** The same for ears. */
export function kpiSpoken(kpi: Kpi): string {
  const said = (label: string, value: number | null | undefined) => value !== null && value !== undefined && `${label} ${amount(value, kpi.unit)}`;
  return [kpi.name, said("baseline", kpi.baseline), said("target", kpi.target)].filter(Boolean).join(", ");
}

/** What is counted, as far as its plural is known. */
const COUNTED = /^(bug|card|day|defect|error|hour|incident|item|minute|month|point|question|release|second|step|test|ticket|time|week)s\b/;

/** "43%", "12 days", "1 day", "3": a value with its unit. */
export function amount(value: number, unit: string): string {
  const said = figure(value);
  if (unit === "%") return `${said}%`;
  return [said, Math.abs(value) === 1 ? unit.replace(COUNTED, "$1") : unit].filter(Boolean).join(" ");
}

/** "−3.5 h", "+2 pp", "No change". Between two percentages lie percentage points. */
export function changeInWords(change: number, { unit }: Pick<Kpi, "unit">): string {
  if (change === 0) return "No change";
  return `${change > 0 ? "+" : "−"}${amount(Math.abs(change), unit === "%" ? "pp" : unit)}`;
}

/** The same for ears and for who asks: "2 percentage points more". Empty where the words above say it. */
export function changeSpoken(change: number, { unit }: Pick<Kpi, "unit">): string {
  if (change === 0 || unit !== "%") return "";
  const by = figure(Math.abs(change));
  return `${by} percentage ${by === "1" ? "point" : "points"} ${change > 0 ? "more" : "less"}`;
}

/** How far it is, in words. */
export function wayInWords({ progress, reached, better, last }: Pick<KpiCourse, "progress" | "reached" | "better" | "last">): string {
  if (last === null) return "Nothing measured since it was agreed";
  if (reached) return "Target reached";
  if (progress !== null && progress >= 0) return `${figure(Math.round(progress))}% of the way`;
  return better === true ? "Better than the baseline" : better === false ? "Worse than the baseline" : "Where it was";
}

/** Why nothing is measured yet: nobody agreed, nothing was recorded, or what came since has no value. */
export function missingInWords({ entry, course }: ImprovementDetail): string {
  if (!course || course.last !== null) return "";
  if (course.agreedAt === null) return "Measured once the team agrees";
  if (!entry.kpi?.figure) return "Nothing recorded since it was agreed";
  const since = course.samples.filter(({ after }) => after).at(-1);
  if (!since) return "No sprint was closed since it was agreed";
  const why = since.missing ?? "";
  return `None in ${sampleName(since)}${why ? `: ${why.charAt(0).toLowerCase()}${why.slice(1)}` : ""}`;
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
