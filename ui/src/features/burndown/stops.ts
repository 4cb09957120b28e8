import type { Burndown, Instant } from "$lib/contract";

/** An instant that the as-of slider can stand at: the start, the end of a day, an event, or now. `label` follows "as of". */
export type Stop = { at: Instant; kind: "start" | "day" | "event" | "now"; label: string };

/** Every day's end and every event up to what the burndown knows, in order; the last one is now, or the close. */
export function stopsOf(burndown: Burndown, words: { day: (day: string) => string; instant: (at: Instant) => string }): Stop[] {
  const until = burndown.end ?? burndown.asOf;
  const within = (at: Instant) => compare(burndown.start, at) < 0 && compare(at, until) < 0;
  const days = burndown.days.flatMap(({ day }, at): Stop[] => {
    const next = burndown.days[at + 1]?.start ?? burndown.plannedEnd;
    // The last instant of the day: what happens at midnight belongs to the next one.
    const end = new Date(new Date(next).getTime() - 1).toISOString();
    return within(end) ? [{ at: end, kind: "day", label: `the end of ${words.day(day)}` }] : [];
  });
  const instants = [...new Set(burndown.scopeChanges.map((change) => change.at))].filter(within);
  const events = instants.map((at): Stop => ({ at, kind: "event", label: `${words.instant(at)}, a scope change` }));
  return [
    { at: burndown.start, kind: "start", label: `the start, ${words.instant(burndown.start)}` },
    ...[...days, ...events].sort((a, b) => compare(a.at, b.at)),
    { at: until, kind: "now", label: burndown.end ? "the close" : "now" },
  ];
}

/** The next stop in a direction: days stop at the ends of days, events at scope changes; both at the start and now. */
export function step(stops: readonly Stop[], from: number, delta: 1 | -1, kind: "day" | "event"): number {
  for (let at = from + delta; at >= 0 && at < stops.length; at += delta) {
    if (stops[at]!.kind !== (kind === "day" ? "event" : "day")) return at;
  }
  return from;
}

/** Which stop lies nearest to an instant. */
export function nearest(stops: readonly Stop[], instant: number): number {
  const away = stops.map((stop) => Math.abs(new Date(stop.at).getTime() - instant));
  return away.indexOf(Math.min(...away));
}

/** Instants may be written with and without fractions of a second, so they are compared as numbers. */
function compare(a: Instant, b: Instant): number {
  return new Date(a).getTime() - new Date(b).getTime();
}
