/** Sprint Planning asks three things, one after the other: why this sprint, what is in it, how the work gets done. */
export type Step = "why" | "what" | "how";

export const STEPS: readonly Step[] = ["why", "what", "how"];
export const STEP_NAMES: Record<Step, string> = { why: "Why", what: "What", how: "How" };

/** The step that an address names; what is in the sprint where it names none. */
export function stepOf(param: string | undefined): Step {
  return STEPS.find((step) => step === param) ?? "what";
}
