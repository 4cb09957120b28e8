import type { Id } from "$lib/contract";
import { NO_PICKS, picksOf, refreshed, toggled, without, type Picked, type Picks } from "./picks";

/** Which items are selected, and where a stretch of them began. */
export class Selection {
  #picks = $state.raw<Picks>(NO_PICKS);
  /** What was selected when the stretch began: extending it further or less far never touches that. */
  #kept: Picks = NO_PICKS;
  /** The row a stretch is counted from. */
  anchor: number | null = null;

  size = $derived.by(() => this.#picks.size);
  points = $derived.by(() => [...this.#picks.values()].reduce((sum: number, estimate) => sum + (estimate ?? 0), 0));

  has(id: Id): boolean {
    return this.#picks.has(id);
  }

  /** In the order they were selected; a command that moves them keeps the order of the backlog. */
  get ids(): Id[] {
    return [...this.#picks.keys()];
  }

  toggle(picked: Picked, index: number): void {
    this.#picks = toggled(this.#picks, picked);
    this.begin(index);
  }

  /** A stretch begins here. */
  begin(index: number): void {
    this.anchor = index;
    this.#kept = this.#picks;
  }

  /** The stretch is exactly these rows. */
  stretch(rows: readonly Picked[]): void {
    this.#picks = picksOf(rows, this.#kept);
  }

  set(rows: readonly Picked[]): void {
    this.#picks = picksOf(rows);
    this.anchor = null;
  }

  clear(): void {
    this.set([]);
  }

  remove(ids: Iterable<Id>): void {
    this.#picks = without(this.#picks, ids);
    this.anchor = null;
  }

  /** Rows as they are now; `all` when there are no others in the backlog. */
  follow(rows: Iterable<Picked>, all: boolean): void {
    this.#picks = refreshed(this.#picks, rows, all);
  }
}
