import type { Improvement, Kpi } from "$lib/contract";

/** A figure as people write it: "9.5", "1,200". */
export function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : value.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}

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

/** What was typed as a figure: a number, nothing, or "unreadable". Points and commas both part the decimals. */
export function parseFigure(text: string): number | null | "unreadable" {
  const plain = text.trim().replace(/\s/g, "");
  if (plain === "") return null;
  // "1,200" is how this app itself writes a thousand; any other single comma parts decimals.
  const normal = /^[-−+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain.replace(",", ".");
  const value = Number(normal.replace("−", "-"));
  return Number.isFinite(value) ? value : "unreadable";
}
