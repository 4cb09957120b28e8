import { tick } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import { raising } from "$features/impediment";
import { announce } from "$lib/announce";
import type { Anchor } from "$lib/components/Menu.svelte";
import type { BoardColumn, Card, Id, Product } from "$lib/contract";
import { query } from "$lib/data";
import { Drag, Lift, type Spot, type Zone } from "$lib/drag";
import { router } from "$lib/router.svelte";
import { DoneDraft } from "../done";
import { inOrder, placed, spotOf, step } from "./grid";
import { giveBack, move } from "./moves";

/** A card that stands before a Done column until the Definition of Done is answered. */
export type Entering = { card: Card; to: Spot; draft: DoneDraft };
export type Asked = "add" | "cancel" | "close" | "cancelSprint";
export type Editing = { card: Id; field: "people" | "estimate" };

/** The address of the burndown in this room, in the place of an item's key. */
export const CHART = "burndown";

/** The board of the active sprint: the cards as they are shown, where the focus is, and what is under way with one of them. */
export class BoardRoom {
  readonly board;
  readonly lift: Lift<Card>;
  readonly drag: Drag<Card>;
  entering = $state.raw<Entering | null>(null);
  editing = $state.raw<Editing | null>(null);
  menu = $state.raw<{ card: Card; anchor: Anchor } | null>(null);
  asked = $state<Asked | null>(null);
  /** Where a drag would put its card: above which, or at the end of the column. */
  over = $state.raw<{ line: number; above: Id | null } | null>(null);
  /** The focus was on the board last: what is drawn anew may take it back. */
  focused = $state(false);
  /** The panel that opens next takes the focus. */
  focusPanel = $state(false);
  #cursor = $state<Id | null>(null);
  #at = $state.raw<Spot>({ line: 0, index: 0 });
  /** Answers begun and not given: coming back, they are still there. */
  #drafts = new SvelteMap<Id, DoneDraft>();
  #product: () => Product;
  #param: () => string | undefined;

  constructor(product: () => Product, param: () => string | undefined) {
    this.#product = product;
    this.#param = param;
    this.board = query("board.get", () => ({ product: product().id }));
    this.lift = new Lift<Card>({
      lines: () => this.columns.map((column) => column.items.length),
      say: (card, to, of) => `${card.key}, ${this.columns[to.line]?.column.name ?? ""}, ${to.index + 1} of ${of}`,
      onDrop: (card, to, from) => this.#drop(card, to, from.line),
    });
    this.drag = new Drag<Card>({
      accepts: (card, kind, id) => kind === "column" || (kind === "card" && id !== card.id),
      onStart: (card) => this.point(card.id),
      onOver: (card, zone) => (this.over = zone && this.#gapAt(zone, card)),
      onDrop: (card, zone) => {
        const to = this.#spotAt(zone, card);
        const from = spotOf(this.columns, card.id);
        this.over = null;
        if (to && from && (to.line !== from.line || to.index !== from.index)) this.#drop(card, to, from.line);
      },
      onCancel: () => (this.over = null),
    });
    // What is lifted, or stands before Done, may be moved or taken away by somebody else meanwhile.
    $effect(() => {
      if (this.lift.key && !spotOf(this.columns, this.lift.key.id)) this.lift.cancel();
      if (this.entering && !spotOf(this.columns, this.entering.card.id)) this.entering = null;
    });
  }

  get product(): Product {
    return this.#product();
  }

  sprint = $derived.by(() => this.board.data?.sprint ?? null);
  columns: BoardColumn[] = $derived.by(() => this.board.data?.columns ?? []);
  cards = $derived(inOrder(this.columns));
  inPlay = $derived(this.cards.filter((card) => !card.done).length);
  /** The board as it looks: with a lifted card, or one before Done, where it would stand. */
  shown: BoardColumn[] = $derived.by(() => {
    const air = this.#inAir;
    return air ? placed(this.columns, air.card, air.to) : this.columns;
  });
  /** The place a card in the air was taken from. */
  origin: Spot | null = $derived.by(() => {
    const from = this.#inAir && spotOf(this.columns, this.#inAir.card.id);
    return from && from.line !== this.#inAir?.to.line ? from : null;
  });
  cursor: Card | null = $derived.by(() => {
    const named = this.cards.find((card) => card.id === this.#cursor);
    const line = this.columns[this.#at.line]?.items;
    return named ?? line?.[Math.min(this.#at.index, line.length - 1)] ?? this.cards[0] ?? null;
  });
  opened: Card | null = $derived.by(() => this.cards.find((card) => card.key === this.#param()) ?? null);
  chart = $derived.by(() => this.#param() === CHART);
  #inAir = $derived.by(() => {
    const air = this.lift.key ? { card: this.lift.key, to: this.lift.to } : this.entering;
    // As it is told now: what happens to it meanwhile shows on it.
    const card = air && this.cards.find((card) => card.id === air.card.id);
    return card ? { card, to: air.to } : null;
  });

  element(id: Id | undefined = this.cursor?.id): HTMLElement | null {
    return id ? document.querySelector(`[data-card="${id}"]`) : null;
  }

  /** Gives the focus to the card that has it in the room's mind. */
  async focus(): Promise<void> {
    await tick();
    this.element()?.focus();
  }

  point(card: Id): void {
    this.#cursor = card;
    this.#at = spotOf(this.columns, card) ?? this.#at;
  }

  step(key: string): boolean {
    const from = this.cursor && spotOf(this.columns, this.cursor.id);
    if (!from) return false;
    const to = step(this.columns, from, key);
    this.point(this.columns[to.line]!.items[to.index]!.id);
    if (this.opened && this.cursor) router.replace("board", this.cursor.key);
    void this.focus();
    return true;
  }

  /** To the card before or after in reading order, for the panel. */
  turn(delta: 1 | -1): void {
    const next = this.cards[this.cards.findIndex((card) => card.id === this.opened?.id) + delta];
    if (!next) return;
    this.point(next.id);
    router.replace("board", next.key);
  }

  canTurn(delta: 1 | -1): boolean {
    return this.cards[this.cards.findIndex((card) => card.id === this.opened?.id) + delta] !== undefined;
  }

  open(card: Card, focus = false): void {
    this.point(card.id);
    this.focusPanel = focus;
    if (this.#param()) router.replace("board", card.key);
    else router.go("board", card.key);
  }

  showChart(): void {
    if (this.chart) return this.leave();
    this.focusPanel = true;
    router.go("board", CHART);
  }

  /** Closes the panel. */
  leave(): void {
    const chart = this.chart;
    router.replace("board");
    void tick().then(() => (chart ? document.getElementById("board-burndown")?.focus() : this.element()?.focus()));
  }

  edit(field: Editing["field"], card = this.cursor): boolean {
    if (!card) return false;
    this.point(card.id);
    this.editing = { card: card.id, field };
    return true;
  }

  stopEditing(): void {
    this.editing = null;
    void this.focus();
  }

  ask(question: Asked, card?: Card): void {
    if (card) this.point(card.id);
    this.asked = question;
  }

  raise(card = this.cursor): boolean {
    if (!card || card.done) return false;
    this.point(card.id);
    raising.start([{ id: card.id, key: card.key, title: card.title }]);
    return true;
  }

  async giveBack(card: Card): Promise<void> {
    this.point(card.id);
    if (await giveBack([card.id])) announce(`${card.key} given back to the Product Backlog`);
    void this.focus();
  }

  /** To another column, at its end: what the menu and Alt with the arrows do. */
  send(card: Card, line: number): void {
    const from = spotOf(this.columns, card.id);
    const column = this.columns[line];
    if (!from || !column || line === from.line) return;
    this.point(card.id);
    this.#drop(card, { line, index: column.items.length }, from.line);
  }

  startLift(): void {
    const at = this.cursor && spotOf(this.columns, this.cursor.id);
    if (at && this.cursor) this.lift.lift(this.cursor, at.index, at.line);
  }

  keydown(event: KeyboardEvent): void {
    if (this.lift.keydown(event)) void this.focus();
  }

  /** Goes through the door with the answer, or back to where it came from. */
  answer(confirmed: boolean): void {
    const { entering } = this;
    if (!entering) return;
    this.entering = null;
    if (confirmed) void this.#send(entering.card, entering.to, entering.draft);
    else announce(`${entering.card.key} is back in ${this.#nameOf(entering.card)}`);
    void this.focus();
  }

  #drop(card: Card, to: Spot, fromLine: number): void {
    this.point(card.id);
    const into = this.columns[to.line]?.column.category;
    const leaves = into !== "done" && this.columns[fromLine]?.column.category === "done";
    if (into !== "done" || card.done || card.doneCriteria.length === 0) {
      void this.#send(card, to, undefined, leaves);
      return void this.focus();
    }
    const draft = this.#drafts.get(card.id) ?? new DoneDraft(() => this.cards.find((other) => other.id === card.id)?.doneCriteria ?? card.doneCriteria);
    this.#drafts.set(card.id, draft);
    this.entering = { card, to, draft };
  }

  async #send(card: Card, to: Spot, draft?: DoneDraft, leaves = false): Promise<void> {
    const name = this.columns[to.line]?.column.name ?? "";
    const moved = move(this.columns, card, to, draft?.answer);
    if (!(await moved)) return announce(`${card.key} is back in ${this.#nameOf(card)}`);
    this.#drafts.delete(card.id);
    announce(`${card.key} is in ${name}${leaves ? " and Done no longer" : ""}`);
  }

  #nameOf(card: Card): string {
    return this.columns.find((column) => column.column.id === card.column)?.column.name ?? "";
  }

  #gapAt(zone: Zone, card: Card): { line: number; above: Id | null } | null {
    const to = this.#spotAt(zone, card);
    const others = to && this.columns[to.line]!.items.filter((other) => other.id !== card.id);
    return to && { line: to.line, above: others?.[to.index]?.id ?? null };
  }

  #spotAt({ kind, id, side }: Zone, card: Card): Spot | null {
    if (kind === "column") {
      const line = this.columns.findIndex((column) => column.column.id === id);
      return line < 0 ? null : { line, index: this.columns[line]!.items.filter((other) => other.id !== card.id).length };
    }
    const at = id === null ? null : spotOf(this.columns, id);
    if (!at) return null;
    const others = this.columns[at.line]!.items.filter((other) => other.id !== card.id);
    return { line: at.line, index: others.findIndex((other) => other.id === id) + (side === "after" ? 1 : 0) };
  }
}
