import type { Daily } from "$lib/contract";
import { count } from "$lib/format";

/** "Wed 09:45" in the team's zone; with the date when it is more than six days back. */
export function moment(at: string, timeZone: string, from: string): string {
  const far = new Date(from).getTime() - new Date(at).getTime() > 6 * 86_400_000;
  const date = far ? ({ day: "numeric", month: "short" } as const) : {};
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", hour: "2-digit", minute: "2-digit", timeZone, ...date }).format(new Date(at)).replaceAll(",", "");
}

/** "Since Wed 09:45": from where a Daily Scrum looks back. */
export function since(daily: Pick<Daily, "since" | "until">, timeZone: string): string {
  return `Since ${moment(daily.since, timeZone, daily.until)}`;
}

/** What there is to know about the day: a day off, days left out. Empty on an ordinary one. */
export function notes(day: { dayOff: string | null; skippedDays: number; previousDay: string | null }): string[] {
  const skipped = day.skippedDays > 0 ? [`The Daily Scrum was left out on ${count(day.skippedDays, "working day")} before this one, so it looks further back.`] : [];
  return [...(day.dayOff ? [`${day.dayOff} The Daily Scrum can be held all the same.`] : []), ...skipped];
}
