import type { AcceptanceCriterion, Id, ItemDetail, ItemsSplit, Original, SplitItem } from "$lib/contract";

type Line = { id: number; title: string; estimate: number | null };

/** Most parts of one split. */
export const PARTS_MAX = 20;

/** An item while it is being split: a line for each part, and who takes over which acceptance criterion. */
export class SplitDraft {
  original = $state<Original>("close");
  lines = $state<Line[]>([]);
  copies = $state(true);
  /** Criterion to line; those that are not in it stay with the original. */
  #given = $state<Record<Id, number>>({});
  #next = 1;
  #whole: Pick<ItemDetail, "title" | "estimate">;

  /** Lines that say something; the others are not there yet. */
  parts: Line[] = $derived(this.lines.filter((line) => line.title.trim() !== ""));
  sum: number = $derived(this.parts.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0));
  unestimated: number = $derived(this.parts.filter(({ estimate }) => estimate === null).length);
  ready: boolean = $derived(this.parts.length >= 2 && this.parts.length <= PARTS_MAX);

  constructor(item: Pick<ItemDetail, "title" | "estimate">) {
    this.#whole = item;
    this.add();
    this.add();
    this.lines[0]!.title = item.title;
  }

  /** An original that is kept is the first part, so it has its own estimate until another is given. */
  choose(original: Original): void {
    const first = this.lines[0];
    if (first && original === "keep" && first.estimate === null) first.estimate = this.#whole.estimate;
    if (first && original === "close" && first.estimate === this.#whole.estimate) first.estimate = null;
    this.original = original;
  }

  /** Puts an empty line in after another, or last. Returns its id. */
  add(after?: number): number {
    const line: Line = { id: this.#next++, title: "", estimate: null };
    const at = this.lines.findIndex(({ id }) => id === after);
    this.lines.splice(at < 0 ? this.lines.length : at + 1, 0, line);
    return line.id;
  }

  /** Takes a line out, with what it was given. Returns the id of the line that is nearest now. */
  remove(id: number): number {
    const at = this.lines.findIndex((line) => line.id === id);
    if (at >= 0 && this.lines.length > 2) this.lines.splice(at, 1);
    return this.lines[Math.max(0, at - 1)]!.id;
  }

  /** The line that takes a criterion over; null while it stays. */
  takes(criterion: Id): number | null {
    const line = this.#given[criterion];
    return this.lines.some(({ id }) => id === line) ? (line ?? null) : null;
  }

  give(criterion: Id, line: number | null): void {
    const others = Object.entries(this.#given).filter(([other]) => other !== criterion);
    this.#given = Object.fromEntries(line === null ? others : [...others, [criterion, line]]);
  }

  /** The lines that a criterion can be given to: an original that is kept has them already. */
  takers(): Line[] {
    return this.original === "keep" ? this.lines.slice(1) : this.lines;
  }

  request(item: Id, criteria: readonly AcceptanceCriterion[]): SplitItem {
    const parts = this.parts.map((line) => ({
      title: line.title,
      ...(line.estimate !== null && { estimate: line.estimate }),
      acceptance: criteria.filter(({ id }) => this.takes(id) === line.id && !(this.original === "keep" && line === this.lines[0])).map(({ id }) => id),
    }));
    return { item, original: this.original, parts, copyDescription: this.copies };
  }
}

/** The item about to be split. One for the window, since an item can be split wherever it is shown. */
class Splitting {
  item = $state<Id | null>(null);
  #done: ((split: ItemsSplit) => void) | null = null;

  start(item: Id, done: ((split: ItemsSplit) => void) | null = null): void {
    this.item = item;
    this.#done = done;
  }

  close(split: ItemsSplit | null): void {
    this.item = null;
    if (split) this.#done?.(split);
    this.#done = null;
  }
}

export const splitting = new Splitting();
