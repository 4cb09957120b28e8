import CircleCheck from "@lucide/svelte/icons/circle-check";
import CircleX from "@lucide/svelte/icons/circle-x";
import Redo from "@lucide/svelte/icons/redo-dot";
import Shuffle from "@lucide/svelte/icons/shuffle";
import type { IconType } from "$lib/components";
import type { ReviewAnswer } from "$lib/contract";

/** The answers about an improvement that is due, in the order they are offered. All but carrying on ask for words. */
export const ANSWERS: { value: ReviewAnswer; label: string; icon: IconType; asks: string | null }[] = [
  { value: "kept", label: "Kept", icon: CircleCheck, asks: "It helped and stays. What shows it?" },
  { value: "adapted", label: "Adapted", icon: Shuffle, asks: "It stays in another form. In which?" },
  { value: "dropped", label: "Dropped", icon: CircleX, asks: "It ends here. What did you learn?" },
  { value: "carryOn", label: "Carry on", icon: Redo, asks: null },
];

export function answerOf(value: ReviewAnswer) {
  return ANSWERS.find((answer) => answer.value === value) ?? ANSWERS[0]!;
}
