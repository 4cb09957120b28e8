import type { Retro, RetroPhase } from "$lib/contract";

/** The route of a retrospective, and what each stretch of it is for. */
export const PHASES: { value: RetroPhase; label: string; purpose: (retro: Retro) => string }[] = [
  { value: "checkIn", label: "Check in", purpose: () => "Say how you come: a mood, a word, or both." },
  { value: "last", label: "Last improvements", purpose: () => "Answer what was agreed earlier: kept, adapted, dropped, or carry on." },
  { value: "gather", label: "Gather", purpose: () => "Write down what you saw. Cards are private until they are shown." },
  { value: "group", label: "Group", purpose: () => "Put together what belongs together, and give it a name." },
  { value: "vote", label: "Vote", purpose: (retro) => (retro.counted ? "The votes are counted. What has most of them is talked about first." : `${retro.votesEach} votes each${retro.votesSeveral ? "" : ", one to a topic"}. Counts stay hidden until the voting ends.`) },
  { value: "discuss", label: "Discuss", purpose: () => "Talk about one topic at a time, most votes first." },
  { value: "decide", label: "Decide", purpose: () => "Make improvements of what was said: what, by whom, and how you will know." },
  { value: "close", label: "Close", purpose: () => "Say what this was worth, and end with what you agreed on." },
];

export function placeOf(phase: RetroPhase): number {
  return PHASES.findIndex((one) => one.value === phase);
}

/** What is private in a phase and can be shown: how many of what. Null where nothing is. */
export function hidden(retro: Retro): string | null {
  const { checkIns, cards, ratings } = retro.private;
  const of = (n: number, noun: string) => (n === 0 ? null : `${n} ${noun}${n === 1 ? "" : "s"}`);
  switch (retro.phase) {
    case "checkIn":
      return of(checkIns, "check-in");
    case "gather":
    case "group":
      return of(cards, "card");
    case "close":
      return of(ratings, "rating");
    default:
      return null;
  }
}

/** What everybody should know before an anonymous one is shown: where there is but one answer, whose it is. */
export function onlyOne(retro: Retro): string | null {
  const { checkIns, cards, ratings } = retro.private;
  const n = { checkIn: checkIns, gather: cards, group: cards, close: ratings }[retro.phase as string];
  const late = { checkIn: retro.checkIns.length, close: retro.ratings.length, gather: 0, group: 0 }[retro.phase as string] ?? 0;
  if (!retro.anonymous || retro.state !== "open" || n !== 1) return null;
  return late ? "Only one answer came later: everybody will know whose it is." : `Only one ${hidden(retro)?.replace("1 ", "") ?? "answer"}: everybody will know whose it is.`;
}

/** Whether everybody has a turn in this phase, one after the other. */
export function turnsIn(retro: Retro): boolean {
  if (retro.state !== "open") return false;
  if (retro.phase === "gather") return true;
  const step = { checkIn: "checkIn", vote: "vote", close: "rate" }[retro.phase as string];
  return step !== undefined && (retro.allows as string[]).includes(step) && !(step === "vote" && retro.counted);
}

/** Whether what people said in this phase is shown, and nothing of it waits. */
export function shown(retro: Retro): boolean {
  if (hidden(retro)) return false;
  switch (retro.phase) {
    case "checkIn":
      return retro.checkIns.length > 0;
    case "gather":
    case "group":
      return retro.columns.some((column) => column.cards.length > 0);
    case "vote":
      return retro.counted;
    case "close":
      return retro.ratings.length > 0;
    default:
      return false;
  }
}
