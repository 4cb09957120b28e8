import type { RpcError } from "$lib/contract";

export type SprintField = "name" | "goal" | "startDay" | "endDay";

/** The field of a sprint that a refusal speaks of. Codes only: what is refused, and when, the contract decides. */
const FIELDS: Record<string, SprintField> = {
  sprint_name: "name",
  sprint_goal: "goal",
  sprint_needs_goal: "goal",
  sprint_day_range: "startDay",
  sprint_overlaps: "startDay",
  sprint_start_fixed: "startDay",
  sprint_ends_before_start: "endDay",
  sprint_too_long: "endDay",
};

export function fieldOf(error: RpcError): SprintField | null {
  return FIELDS[error.code] ?? null;
}

/** For beside a field: what was refused, and what to do. */
export function inWords(error: RpcError): string {
  return [error.message, error.hint].filter(Boolean).join(" ");
}

/** What can be done about a refused start, besides reading why. */
export type Remedy = { label: string; to: "goal" | "items" | "dates" | "board" };

const REMEDIES: Record<string, Remedy> = {
  sprint_needs_goal: { label: "Write the Sprint Goal", to: "goal" },
  sprint_empty: { label: "Choose items", to: "items" },
  sprint_already_active: { label: "Go to the board", to: "board" },
  sprint_overlaps: { label: "Change the dates", to: "dates" },
  sprint_too_long: { label: "Change the dates", to: "dates" },
  sprint_ends_before_start: { label: "Change the dates", to: "dates" },
};

export function remedyOf(error: RpcError): Remedy | null {
  return REMEDIES[error.code] ?? null;
}
