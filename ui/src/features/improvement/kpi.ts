import type { Improvement, Kpi } from "$lib/contract";
import { figure } from "$lib/figure";

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
