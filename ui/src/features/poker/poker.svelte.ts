import type { Id } from "$lib/contract";

/** Most items of one sitting: nobody plays longer. */
export const POKER_MAX = 100;

/** The items that are estimated together, one after the other. One table for the window. */
class Poker {
  /** In the order in which they come; empty while nobody plays. */
  items = $state.raw<readonly Id[]>([]);
  at = $state(0);
  /** Who takes part, kept from one item to the next; null until somebody said. */
  people = $state.raw<readonly Id[] | null>(null);
  /** Rooms that have a place of their own for the table; without one it floats over everything. */
  docks = $state(0);
  #done: (() => void) | null = null;

  item: Id | null = $derived(this.items[this.at] ?? null);
  /** How many come after this one. */
  left: number = $derived(Math.max(0, this.items.length - this.at - 1));

  /** `done` gives the focus back where the table lay in a room. */
  start(items: readonly Id[], done: (() => void) | null = null): void {
    if (items.length === 0) return;
    this.#done = done;
    this.items = [...items];
    this.at = 0;
    this.people = null;
  }

  /** The next item, or the end. */
  next(): void {
    if (this.left > 0) this.at += 1;
    else this.close();
  }

  close(): void {
    this.items = [];
    this.at = 0;
    this.#done?.();
    this.#done = null;
  }
}

export const poker = new Poker();
