import Check from "@lucide/svelte/icons/check";
import CircleDashed from "@lucide/svelte/icons/circle-dashed";
import CircleDot from "@lucide/svelte/icons/circle-dot";
import CircleDotDashed from "@lucide/svelte/icons/circle-dot-dashed";
import Scale from "@lucide/svelte/icons/scale";
import Shuffle from "@lucide/svelte/icons/shuffle";
import X from "@lucide/svelte/icons/x";
import type { IconType } from "$lib/components";
import type { Improvement, ImprovementState, NextState } from "$lib/contract";

type Shown = {
  label: string;
  /** What the step into it is called on a button. */
  verb: string;
  icon: IconType;
  tone: "mute" | "accent" | "ok" | "warn";
};

/** How each state is shown. Which may follow which, the contract says. */
export const STATES: Record<ImprovementState, Shown> = {
  proposed: { label: "Proposed", verb: "Back to proposed", icon: CircleDashed, tone: "mute" },
  agreed: { label: "Agreed", verb: "Agree", icon: CircleDot, tone: "accent" },
  inProgress: { label: "In progress", verb: "Start trying it", icon: CircleDotDashed, tone: "accent" },
  inReview: { label: "In review", verb: "Put in review", icon: Scale, tone: "warn" },
  kept: { label: "Kept", verb: "Keep", icon: Check, tone: "ok" },
  adapted: { label: "Adapted", verb: "Adapt", icon: Shuffle, tone: "ok" },
  dropped: { label: "Dropped", verb: "Drop", icon: X, tone: "mute" },
};

/** From the first idea to its end: the order of lists and boards. */
export const ORDER = Object.keys(STATES) as ImprovementState[];

/** A step in words: going back is called otherwise than going on. */
export function verbOf(from: ImprovementState, to: ImprovementState): string {
  if (ORDER.indexOf(to) > ORDER.indexOf(from) || to === "proposed") return STATES[to].verb;
  return to === "agreed" && ORDER.indexOf(from) > ORDER.indexOf("inReview") ? "Take up again" : `Back to ${STATES[to].label.toLowerCase()}`;
}

/** Of the states that may follow, the one that leads on. */
export function forward({ state, next }: Pick<Improvement, "state" | "next">): NextState | null {
  const at = ORDER.indexOf(state);
  return next.find((step) => ORDER.indexOf(step.state) > at) ?? next[0] ?? null;
}
