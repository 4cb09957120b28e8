import { tick, untrack } from "svelte";
import type { Id, ItemRow } from "$lib/contract";
import { Selection } from "$features/backlog/selection.svelte";

/** The sprint that is forming, as a list on screen: which row has the focus, which are selected. */
export class SprintList {
  readonly selection = new Selection();
  scroller: HTMLElement | null = null;
  #rows: () => readonly ItemRow[];
  #id = $state.raw<Id | null>(null);
  #index = $state(0);
  /** The focus stays with its item; when that has gone, with the row that stands there now. */
  cursor = $derived.by(() => {
    const at = this.#rows().findIndex(({ id }) => id === this.#id);
    return at >= 0 ? at : Math.max(0, Math.min(this.#index, this.#rows().length - 1));
  });
  current: ItemRow | null = $derived.by(() => this.#rows()[this.cursor] ?? null);

  constructor(rows: () => readonly ItemRow[]) {
    this.#rows = rows;
    // What left the sprint, by whatever way, can no longer be selected.
    $effect(() => {
      const rows = this.#rows();
      untrack(() => this.selection.size > 0 && this.selection.follow(rows, true));
    });
  }

  go(index: number): void {
    const at = Math.max(0, Math.min(index, this.#rows().length - 1));
    this.#index = at;
    this.#id = this.#rows()[at]?.id ?? null;
  }

  step(delta: number): void {
    this.go(this.cursor + delta);
  }

  extend(to: number): void {
    if (this.selection.anchor === null) this.selection.begin(this.cursor);
    this.go(to);
    const from = this.selection.anchor ?? this.cursor;
    this.selection.stretch(this.#rows().slice(Math.min(from, this.cursor), Math.max(from, this.cursor) + 1));
  }

  toggle(index: number): void {
    const row = this.#rows()[index];
    if (row) this.selection.toggle(row, index);
  }

  /** What an act on this row is about: all that is selected when it is among them, else the row alone. */
  subjects(row: ItemRow): Id[] {
    return this.selection.has(row.id) ? this.selection.ids : [row.id];
  }

  /** The focus leaves items that are about to go, for the next row that stays. */
  leave(ids: readonly Id[]): void {
    const rows = this.#rows();
    const stays = (row: ItemRow) => !ids.includes(row.id);
    if (!this.current || stays(this.current)) return;
    const next = rows.slice(this.cursor).find(stays) ?? rows.slice(0, this.cursor).findLast(stays);
    if (next) this.go(rows.indexOf(next));
  }

  async focus(): Promise<void> {
    await tick();
    const row = this.scroller?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }
}
