import type { Day } from "$lib/contract";

/** The team's day, as the calendar on the wall of that zone has it. */
export function today(timeZone: string, now: Date = new Date()): Day {
  // Sweden writes dates as the contract does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
}
