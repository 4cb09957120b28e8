import type { Daily, Id } from "$lib/contract";

/** A stretch of the meeting, in milliseconds from its start. */
export type Stretch = { person: Id | null; item: Id | null; from: number; to: number; kind: "past" | "now" | "expected" };
/** Something on the ruler is shown only where it is this much of it, in percent. */
export const NARROW = 4;

/**
 * The ruler: who spoke from when to when, who speaks, and how the time that is left would be shared by those who are still to
 * speak. `length` is the timebox, `clock` what the timer shows; over its end the ruler grows.
 */
export function stretches(daily: Pick<Daily, "turns" | "people" | "round" | "items">, clock: number, length: number): { all: Stretch[]; until: number } {
  const all: Stretch[] = daily.turns.map(({ person, item, fromMs, toMs }) => ({ person, item, from: fromMs, to: toMs ?? Math.max(fromMs, clock), kind: toMs === null ? "now" : "past" }));
  const waiting = daily.round === "people" ? daily.people.filter(({ spoke }) => !spoke) : [];
  const begin = Math.max(clock, ...all.map(({ to }) => to), 0);
  // The last share is for the vote.
  const share = Math.max(0, length - begin) / (waiting.length + 1);
  waiting.forEach(({ person }, at) => share > 0 && all.push({ person, item: null, from: begin + at * share, to: begin + (at + 1) * share, kind: "expected" }));
  return { all, until: Math.max(length, begin) };
}

/** Whole minutes at which the ruler has a line, and those of them that are named. */
export function marks(until: number): { minute: number; named: boolean }[] {
  const minutes = Math.ceil(until / 60_000);
  const step = minutes <= 20 ? 1 : 5;
  const named = minutes <= 20 ? 5 : minutes <= 60 ? 15 : 60;
  return Array.from({ length: Math.floor(minutes / step) + 1 }, (_, at) => at * step).map((minute) => ({ minute, named: minute % named === 0 }));
}
