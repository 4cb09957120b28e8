import type { Day, Instant } from "$lib/contract";
import { clock } from "$lib/clock.svelte";
import { shortDay, teamDay } from "$lib/format";

/** The team's day of an instant. */
export function dayOf(at: Instant, timeZone: string): Day {
  return teamDay(timeZone, new Date(at));
}

/** "Today, Wed 25 Nov", "Yesterday, Tue 24 Nov", "Mon 9 Mar", with the year when it is another one. */
export function headOf(day: Day, timeZone: string, now: Date = clock.now()): string {
  const name = shortDay(day);
  if (day === teamDay(timeZone, now)) return `Today, ${name}`;
  const yesterday = new Date(`${teamDay(timeZone, now)}T12:00:00Z`);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  if (day === teamDay("UTC", yesterday)) return `Yesterday, ${name}`;
  return day.slice(0, 4) === teamDay(timeZone, now).slice(0, 4) ? name : `${name} ${day.slice(0, 4)}`;
}

/** "14:05" in the team's zone. */
export function timeOf(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(at));
}
