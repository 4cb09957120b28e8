import type { Moved, PlanFate } from "$lib/contract";
import { points } from "$lib/format";

/** Where something went, in words: what was, what is; `tone` marks what is good or bad news. */
export type Way = { from: string | null; to: string; tone: "ok" | "bad" | "go" };

export function way({ kind, from, to }: Moved): Way {
  switch (kind) {
    case "done":
      return { from, to: to ?? "Done", tone: "ok" };
    case "blocked":
      return { from: null, to: "Blocked", tone: "bad" };
    case "unblocked":
      return { from: null, to: "Not blocked any more", tone: "ok" };
    case "added":
      return { from: "Came into the sprint", to: to ?? "Planned", tone: to === "Done" ? "ok" : "go" };
    case "removed":
      return { from: null, to: to ?? "Left the sprint", tone: "go" };
    case "estimated":
      return { from: from === null ? "No estimate" : points(Number(from)), to: to === null ? "no estimate" : `${points(Number(to))} points`, tone: "go" };
    default:
      return { from, to: to ?? "Left the board", tone: "go" };
  }
}

export const FATES: Record<PlanFate, string> = { done: "Done", moved: "Moved", notTouched: "Not touched", words: "" };
