import { tick } from "svelte";
import type { Id, Retro, RetroCard, RpcError } from "$lib/contract";
import { Drag, Lift } from "$lib/drag";
import { addCard, deleteCard, editCard, moveCard, moved } from "./cards";
import { Composer } from "./composer.svelte";

/** The cards of a retrospective that is open: written, edited, moved and deleted, by mouse and by keyboard. */
export class RetroBoard {
  #retro: () => Retro;
  element = $state<HTMLElement | null>(null);
  /** The card that is being edited. */
  editing = $state<Id | null>(null);
  error = $state.raw<RpcError | null>(null);
  /** The card that the keyboard is on, while it is on one. */
  held = $state<Id | null>(null);
  /** The card that Tab reaches in each column, by column. */
  #cursor = $state.raw<Record<Id, Id>>({});
  #composers: Record<Id, Composer> = {};

  constructor(retro: () => Retro) {
    this.#retro = retro;
  }

  drag = new Drag<RetroCard>({
    accepts: (_card, kind) => kind === "column",
    onDrop: (card, zone) => this.move(card, zone.id!),
  });

  /** Cards stand in the order in which they were written, so a lifted one moves between columns only. */
  lift: Lift<RetroCard> = new Lift<RetroCard>({
    lines: () => this.#retro().columns.map((_, line) => (line === this.lift.from.line ? 1 : 0)),
    say: (card, to) => `${card.text}, ${this.#retro().columns[to.line]?.name}, column ${to.line + 1} of ${this.#retro().columns.length}`,
    onDrop: (card, to) => this.move(card, this.#retro().columns[to.line]!.id),
  });

  /** The columns as they would stand with the lifted card dropped. */
  columns = $derived.by(() => {
    const { columns } = this.#retro();
    const card = this.lift.key;
    const to = columns[this.lift.to.line];
    return card && to && to.id !== card.column ? moved(columns, card, to.id) : columns;
  });

  composer(column: Id): Composer {
    let composer = this.#composers[column];
    if (!composer) {
      const name = () => this.#retro().columns.find((one) => one.id === column)?.name ?? "";
      composer = new Composer(name, (text) => addCard(this.#retro().id, column, text));
      this.#composers[column] = composer;
    }
    return composer;
  }

  /** Where the lifted card came from, in a column that it has left; -1 in the others. */
  slot(place: number): number {
    const { key, from, to } = this.lift;
    if (!key || from.line !== place || to.line === place) return -1;
    return this.#retro().columns[place]?.cards.findIndex((card) => card.id === key.id) ?? -1;
  }

  start(card: RetroCard): void {
    const line = this.#retro().columns.findIndex((column) => column.id === card.column);
    this.lift.lift(card, 0, line);
  }

  move(card: RetroCard, to: Id): void {
    if (card.column === to) return;
    // From its menu too: the menu goes with the card that was drawn in the old column.
    this.held = card.id;
    void moveCard(this.#retro().id, card, to);
  }

  async edit(card: RetroCard, text: string): Promise<void> {
    this.error = null;
    if (text.trim() === card.text) return this.stop(card);
    const result = await editCard(this.#retro().id, card.id, text);
    if (result.ok) this.stop(card);
    else this.error = result.error;
  }

  stop(card: RetroCard): void {
    this.error = null;
    if (this.editing !== card.id) return;
    this.editing = null;
    void tick().then(() => this.keep());
  }

  /** Deletes a card; the keyboard goes on with its neighbour, or with the field of its column. */
  async remove(card: RetroCard): Promise<void> {
    const cards = this.#cards(card.column);
    const at = cards.findIndex((one) => one.id === card.id);
    const next = cards[at + 1] ?? cards[at - 1];
    const removed = deleteCard(this.#retro().id, card.id);
    await (next ? this.focus(next) : this.write(card.column));
    if (!(await removed).ok) void this.focus(card);
  }

  /** Whether this is the card of its column that Tab reaches. */
  current(card: RetroCard, column: Id): boolean {
    const cards = this.#cards(column);
    const chosen = cards.find((one) => one.id === this.#cursor[column]) ?? cards[0];
    return chosen?.id === card.id;
  }

  pointAt(card: Id): void {
    this.held = card;
    const column = this.columns.find((one) => one.cards.some((other) => other.id === card));
    if (column) this.#cursor = { ...this.#cursor, [column.id]: card };
  }

  async focus(card: Pick<RetroCard, "id">): Promise<void> {
    this.pointAt(card.id);
    await tick();
    this.element?.querySelector<HTMLElement>(`[data-card="${card.id}"]`)?.focus();
  }

  /** To the field of a column. */
  async write(column: Id | undefined): Promise<void> {
    await tick();
    this.element?.querySelector<HTMLElement>(`[data-composer="${column}"]`)?.focus();
  }

  /** From a card along the arrows: to the cards above and below, the field at the end, and the columns beside. */
  step(card: RetroCard, key: string): void | false {
    const columns = this.columns;
    const at = columns.findIndex((column) => column.cards.some((one) => one.id === card.id));
    const cards = columns[at]?.cards ?? [];
    const row = cards.findIndex((one) => one.id === card.id);
    if (key === "ArrowDown") void (cards[row + 1] ? this.focus(cards[row + 1]!) : this.write(columns[at]?.id));
    else if (key === "ArrowUp") return cards[row - 1] ? void this.focus(cards[row - 1]!) : false;
    else if (key === "Home") void this.focus(cards[0]!);
    else if (key === "End") void this.focus(cards.at(-1)!);
    else {
      const beside = columns[at + (key === "ArrowLeft" ? -1 : 1)];
      if (!beside) return false;
      const there = beside.cards[Math.min(row, beside.cards.length - 1)];
      void (there ? this.focus(there) : this.write(beside.id));
    }
  }

  /** From the empty field of a column along the arrows. */
  leave(column: Id, key: string): boolean {
    const at = this.columns.findIndex((one) => one.id === column);
    const last = this.columns[at]?.cards.at(-1);
    const beside = this.columns[at + (key === "ArrowLeft" ? -1 : 1)];
    if (key === "ArrowUp" && last) void this.focus(last);
    else if ((key === "ArrowLeft" || key === "ArrowRight") && beside) void this.write(beside.id);
    else return false;
    return true;
  }

  #cards(column: Id): RetroCard[] {
    return this.columns.find((one) => one.id === column)?.cards ?? [];
  }

  /** What was drawn anew took the focus of the page with it: the card that had it gets it back. */
  keep(): void {
    const active = document.activeElement;
    if (this.held && (!active || active === document.body)) void this.focus({ id: this.held });
  }
}
