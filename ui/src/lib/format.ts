import { clock } from "./clock.svelte";
import type { Day, Instant } from "./contract";

const LOCALE = "en-GB";

/** Estimates as people write them: ½ for a half, no trailing zeros. */
export function points(value: number): string {
  return value === 0.5 ? "½" : String(Math.round(value * 100) / 100);
}

/** "1 item", "3 items"; `plural` where an s is not enough. */
export function count(n: number, one: string, plural = `${one}s`): string {
  return `${n.toLocaleString(LOCALE)} ${n === 1 ? one : plural}`;
}

function format(instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, options).format(instant);
}

/** A day is the team's day, so it is read and written without any zone. "9 March", with the year when asked. */
export function day(value: Day, year = false): string {
  return format(new Date(`${value}T00:00:00Z`), { day: "numeric", month: "long", year: year ? "numeric" : undefined, timeZone: "UTC" });
}

/** Whether a text is a day, and not one half typed or one that no calendar holds: its year has four digits. */
export function isDay(text: string): text is Day {
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text);
}

/** "Mon 9 Mar" */
export function shortDay(value: Day): string {
  return format(new Date(`${value}T00:00:00Z`), { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).replace(",", "");
}

/** "9 Mar 2026", for a narrow list over years. */
export function yearDay(value: Day): string {
  return format(new Date(`${value}T00:00:00Z`), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** "9 – 20 March", "28 March – 10 April" */
export function dayRange(from: Day, to: Day): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${sameMonth ? String(Number(from.slice(8))) : day(from)} – ${day(to)}`;
}

/** "9 Mar 14:05" in the team's zone. */
export function instant(value: Instant, timeZone: string): string {
  return format(new Date(value), { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone }).replace(",", "");
}

/** "just now", "5 min ago", "3 h ago", "2 days ago", then the day. */
export function ago(value: Instant, timeZone: string, now: Date = clock.now()): string {
  const minutes = Math.floor((now.getTime() - new Date(value).getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  if (minutes < 7 * 24 * 60) return `${count(Math.floor(minutes / 1440), "day")} ago`;
  return instant(value, timeZone);
}

/** A length of time: "40 min", "6 h", "2 days 4 h". */
export function hours(value: number): string {
  if (value < 1) return `${Math.round(value * 60)} min`;
  const whole = Math.round(value);
  if (whole < 24) return `${whole} h`;
  const rest = whole % 24;
  return count(Math.floor(whole / 24), "day") + (rest ? ` ${rest} h` : "");
}

/** A length of time to the minute below a day, and to the hour above: "40 min", "22 h 30 min", "2 d 3 h". */
export function duration(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ""}`;
  const whole = Math.round(hours);
  return `${Math.floor(whole / 24)} d${whole % 24 ? ` ${whole % 24} h` : ""}`;
}

/** The team's day at an instant: 2026-03-09. */
export function teamDay(timeZone: string, at: Date = clock.now()): Day {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);
}
