import type { Instant } from "./contract";

const DAY = 86_400_000;

/** What the team's clocks show at an instant, as a field for day and time holds it: 2026-03-09T14:05. */
export function localOf(value: Instant | number | Date, timeZone: string): string {
  const options = { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(new Date(value)).replace(" ", "T");
}

/**
 * The instant at which the team's clocks show this; null when it is no day and time. Of two such instants, when clocks go
 * back, the first; where clocks skipped it, as much later as they skipped. A year before 1900 is one half written.
 */
export function instantOf(local: string, timeZone: string): Instant | null {
  const text = local.trim().replace(" ", "T");
  const wall = /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}Z`) : NaN;
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== text) return null;
  const offset = (at: number) => Date.parse(`${localOf(at, timeZone)}Z`) - at;
  const known = [wall - offset(wall - DAY), wall - offset(wall + DAY)];
  const shown = known.filter((at) => at + offset(at) === wall);
  return new Date(shown.length ? Math.min(...shown) : Math.max(...known)).toISOString();
}
