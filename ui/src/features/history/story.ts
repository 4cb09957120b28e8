import type { HistoryEntry } from "$lib/contract";
import { tell, type Told } from "./words";

export type StoryEvent = { entry: HistoryEntry; label: string; changes: Told[] };

/** A turn keeps the label of the action it turned, so what it did to it is said before. */
const TURNED: Record<string, string> = { undo: "Undo", redo: "Redo" };

/** What happened to one thing: of an action on many, only what it did to this one. */
export function storyOf(history: readonly HistoryEntry[], of: string, timeZone: string): StoryEvent[] {
  return history.map((entry) => {
    const told = entry.changes.map((change) => tell(change, timeZone)).filter((words) => words !== null);
    return { entry, label: labelOf(entry), changes: told.filter((words) => (words.of === of && words.what !== "added") || words.what.endsWith(` ${of}`)) };
  });
}

/** What was done: "Move HBR-12", "Undo “Move HBR-12”". */
export function labelOf(entry: HistoryEntry): string {
  const turned = TURNED[entry.origin];
  return turned ? `${turned} “${entry.label}”` : entry.label;
}
