import { SvelteMap } from "svelte/reactivity";
import type { Card, Closing, Decision, Id, Unfinished } from "$lib/contract";
import { DoneDraft } from "../done";

/** What is decided about one unfinished item, and for a split what its done part is. */
export type Line = { card: Card; outcome: Unfinished | null; split: Split | null };

/** The done part of an item that is split: its points, what the rest is called, and the Definition of Done for it. */
export class Split {
  done = $state("");
  title = $state("");
  readonly draft: DoneDraft;

  constructor(card: Card, criteria: () => Card["doneCriteria"]) {
    this.title = card.title;
    this.draft = new DoneDraft(criteria);
  }

  /** Points of the done part; null while they are left open, undefined while what is written is no number. */
  points: number | null | undefined = $derived.by(() => {
    const text = this.done.trim().replace(",", ".");
    if (text === "") return null;
    const value = Number(text);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  });
}

export const OUTCOMES: { value: Unfinished; key: string; label: string; long: string }[] = [
  { value: "top", key: "T", label: "Top", long: "To the top of the Product Backlog" },
  { value: "place", key: "P", label: "Old place", long: "To its old place in the Product Backlog" },
  { value: "next", key: "N", label: "Next sprint", long: "To the next sprint" },
  { value: "split", key: "S", label: "Split", long: "Split: the done part counts here" },
];

/** One consequence: where so many items and points go. */
export type Sum = { items: number; points: number; unestimated: number };

/** The decisions of one closing, made one by one or for all at once. Nothing is written before all are made. */
export class Decisions {
  #closing: () => Closing | undefined;
  #outcomes = new SvelteMap<Id, Unfinished>();
  #splits = new SvelteMap<Id, Split>();

  lines: Line[] = $derived.by(() => (this.#closing()?.unfinished ?? []).map((card) => ({ card, outcome: this.#outcomes.get(card.id) ?? null, split: this.#splits.get(card.id) ?? null })));
  undecided = $derived(this.lines.filter((line) => line.outcome === null).length);
  /** Splits that still lack something. */
  unready = $derived(this.lines.filter((line) => line.outcome === "split" && lacks(line) !== null).length);
  ready = $derived.by(() => this.#closing() !== undefined && this.undecided === 0 && this.unready === 0);

  constructor(closing: () => Closing | undefined) {
    this.#closing = closing;
  }

  decide(card: Card, outcome: Unfinished): void {
    this.#outcomes.set(card.id, outcome);
    if (outcome !== "split" || this.#splits.has(card.id)) return;
    const now = () => this.lines.find((line) => line.card.id === card.id)?.card ?? card;
    this.#splits.set(card.id, new Split(card, () => now().doneCriteria));
  }

  /** The same for every item; a split is each item's own. */
  decideAll(outcome: Exclude<Unfinished, "split">): void {
    for (const { card } of this.lines) this.#outcomes.set(card.id, outcome);
  }

  sum(outcome: Unfinished): Sum {
    return sumOf(this.lines.filter((line) => line.outcome === outcome).map((line) => line.card));
  }

  /** What splits count here, and what of them goes on. */
  parts = $derived.by(() => {
    const splits = this.lines.filter((line) => line.outcome === "split");
    const done = splits.reduce((all, { split }) => all + (split?.points ?? 0), 0);
    // Where the done points are left open, nobody knows what remains.
    const rest = splits.reduce((all, { card, split }) => all + (typeof split?.points === "number" ? Math.max(0, (card.estimate ?? 0) - split.points) : 0), 0);
    return { items: splits.length, done: hundredths(done), rest: hundredths(rest) };
  });

  /** For the contract. */
  get request(): Decision[] {
    return this.lines.flatMap(({ card, outcome, split }): Decision[] => {
      if (outcome === null) return [];
      if (outcome !== "split" || !split) return [{ item: card.id, outcome }];
      return [{ item: card.id, outcome, ...(typeof split.points === "number" && { doneEstimate: split.points }), remainderTitle: split.title.trim(), done: split.draft.answer }];
    });
  }
}

/** What a split still lacks, in words; null when it could be made. */
export function lacks({ split }: Line): string | null {
  if (!split) return null;
  if (split.points === undefined) return "The done points are not a number.";
  if (!split.title.trim()) return "What remains needs a title.";
  if (!split.draft.complete) return `${split.draft.open} open in the Definition of Done.`;
  return null;
}

export function sumOf(items: readonly { estimate: number | null }[]): Sum {
  return {
    items: items.length,
    points: hundredths(items.reduce((all, { estimate }) => all + (estimate ?? 0), 0)),
    unestimated: items.filter(({ estimate }) => estimate === null).length,
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
