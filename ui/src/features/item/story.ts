import { dayOf } from "$features/history";
import type { Day, StoryEntry } from "$lib/contract";

export type StoryDay = { day: Day; entries: StoryEntry[] };

/** An item's story by the team's days, newest first as it comes. */
export function byDay(entries: readonly StoryEntry[], timeZone: string): StoryDay[] {
  const days: StoryDay[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
