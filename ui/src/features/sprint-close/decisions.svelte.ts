import { SvelteMap } from "svelte/reactivity";
import type { Card, Closing, Decision, Id, Unfinished } from "$lib/contract";
import { points } from "$lib/format";
import { DoneDraft } from "../done";
import { pointsInWords } from "../sprint/velocity";

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

export const OUTCOMES: { value: Unfinished; key: string; label: string; short: string; long: string }[] = [
  { value: "top", key: "T", label: "Top", short: "to the top", long: "To the top of the Product Backlog" },
  { value: "place", key: "P", label: "Old place", short: "to the old place", long: "To its old place in the Product Backlog" },
  { value: "next", key: "N", label: "Next sprint", short: "to the next sprint", long: "To the next sprint" },
  { value: "split", key: "S", label: "Split", short: "split", long: "Split: the done part counts here" },
];

/** One consequence: where so many items and points go. */
export type Sum = { items: number; points: number; unestimated: number };

/** The decisions of one closing, made one by one or for all at once. Nothing is written before all are made. */
export class Decisions {
  #closing = $state.raw<() => Closing | undefined>(() => undefined);
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

  /** What is decided so far, over the answer that is looked at now. */
  over(closing: () => Closing | undefined): this {
    this.#closing = closing;
    return this;
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

  /** Decided as far as it can be told what comes of it: points that cannot be have no consequence. */
  #settled = $derived(this.lines.filter((line) => line.outcome !== null && (line.outcome !== "split" || pointsError(line) === undefined)));
  /** Items that go nowhere yet: undecided, or split by points that cannot be. */
  unsettled = $derived(this.lines.length - this.#settled.length);

  /** What splits count here, and what of them goes on. What is not said to be done of an estimate remains. */
  parts = $derived.by(() => {
    const splits = this.#settled.filter((line) => line.outcome === "split");
    const done = splits.reduce((all, { split }) => all + (split?.points ?? 0), 0);
    const rest = splits.reduce((all, { card, split }) => all + Math.max(0, (card.estimate ?? 0) - (split?.points ?? 0)), 0);
    const unknown = splits.filter(({ card }) => card.estimate === null);
    return {
      items: splits.length, done: hundredths(done), rest: hundredths(rest),
      doneUnestimated: unknown.filter(({ split }) => split?.points === null).length,
      restUnestimated: unknown.length,
    };
  });

  /** What closing does in a line: what counts here, and how many items go where. */
  get summary(): string {
    const completed = hundredths(sumOf(this.#closing()?.done ?? []).points + this.parts.done);
    const going = OUTCOMES.flatMap(({ value, short }) => {
      const items = this.lines.filter((line) => line.outcome === value).length;
      return items ? [`${items} ${short}`] : [];
    });
    return [`${pointsInWords(completed)} completed`, ...going].join(", ");
  }

  /** For the contract. */
  get request(): Decision[] {
    return decided(this.lines);
  }

  /** What of it can be looked at ahead. */
  get preview(): Decision[] {
    return decided(this.#settled).map(({ done: _, ...decision }) => decision);
  }
}

function decided(lines: readonly Line[]): Decision[] {
  return lines.flatMap(({ card, outcome, split }): Decision[] => {
    if (outcome === null) return [];
    if (outcome !== "split" || !split) return [{ item: card.id, outcome }];
    return [{ item: card.id, outcome, ...(typeof split.points === "number" && { doneEstimate: split.points }), remainderTitle: split.title.trim(), done: split.draft.answer }];
  });
}

/** Whether more of an item would be done than there is of it. */
export function tooBig({ card, split }: Line): boolean {
  return typeof split?.points === "number" && card.estimate !== null && split.points > card.estimate;
}

/** What is wrong with the done points, for beside their field. */
export function pointsError(line: Line): string | undefined {
  if (line.split?.points === undefined) return "Not a number";
  return tooBig(line) ? `At most ${points(line.card.estimate ?? 0)}` : undefined;
}

/** What a split still lacks, in words; null when it could be made. */
export function lacks(line: Line): string | null {
  const { card, split } = line;
  if (!split) return null;
  if (split.points === undefined) return "The done points are not a number.";
  if (tooBig(line)) return `${card.key} has ${pointsInWords(card.estimate ?? 0)}: its done part cannot have more.`;
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

/** What was decided and not closed yet, by sprint: it waits while the window is open, for whoever opens the closing next. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- looked up once, when a dialog opens; nothing shows what waits
const waiting = new Map<Id, { decisions: Decisions; end: () => void }>();

/** The decisions of a sprint's closing: those made before, if any. */
export function decisionsOf(sprint: Id, closing: () => Closing | undefined): Decisions {
  const found = waiting.get(sprint);
  if (found) return found.decisions.over(closing);
  let decisions!: Decisions;
  // With a root of its own: what follows from it lives longer than the dialog that asked first.
  const end = $effect.root(() => {
    decisions = new Decisions(closing);
  });
  waiting.set(sprint, { decisions, end });
  return decisions;
}

/** Its closing is over. */
export function forget(sprint: Id): void {
  waiting.get(sprint)?.end();
  waiting.delete(sprint);
}
