import { tick } from "svelte";
import type { Id, PrivateCard, Retro, RpcError } from "$lib/contract";
import { Drag, Lift } from "$lib/drag";
import type { Ballot } from "./ballot.svelte";
import { deleteCard, editCard, groupCards, moveCard, moveGroup, ungroup } from "./cards";
import type { Composer } from "./composer.svelte";
import type { Turn } from "./turn.svelte";
import { unitColumns, type Unit } from "./units";

/** The board of a retrospective that is open: what the phase allows, by mouse and by keyboard. */
export class RetroBoard {
  #retro: () => Retro;
  turn: Turn;
  element = $state<HTMLElement | null>(null);
  /** The card that is being edited. */
  editing = $state<Id | null>(null);
  error = $state.raw<RpcError | null>(null);
  /** The unit that the keyboard is on, while it is on one. */
  held = $state<Id | null>(null);
  /** The unit that Tab reaches in each column, by column. */
  #cursor = $state.raw<Record<Id, Id>>({});

  constructor(retro: () => Retro, turn: Turn) {
    this.#retro = retro;
    this.turn = turn;
  }

  /** The votes of the one at the screen. */
  get ballot(): Ballot {
    return this.turn.desk.ballot;
  }

  columns = $derived.by(() => unitColumns(this.#retro()));
  can = $derived.by(() => {
    const { allows } = this.#retro();
    // Nobody changes what votes were cast on.
    const free = !this.#retro().counted && this.#retro().private.votes === 0;
    return { write: allows.includes("write") && free, arrange: allows.includes("arrange") && free, group: allows.includes("group") && free, vote: allows.includes("vote") && !this.#retro().counted, decide: allows.includes("decide") };
  });

  drag = new Drag<Unit>({
    starts: () => this.can.arrange,
    accepts: (unit, kind, id) => (kind === "unit" ? this.can.group && id !== unit.id : kind === "column" && id !== unit.column),
    onDrop: (unit, zone) => (zone.kind === "unit" ? this.join(unit, zone.id!) : this.move(unit, zone.id!)),
  });

  /** A lifted unit points at what it would be dropped on: another unit to join, or the end of a column to stand in. */
  lift: Lift<Unit> = new Lift<Unit>({
    lines: () => this.columns.map((column, line) => (this.can.group ? column.units.length : 0) + (line === this.lift.from.line ? 1 : 0)),
    say: (unit, to) => {
      const column = this.columns[to.line];
      const onto = this.can.group ? column?.units[to.index] : undefined;
      if (onto && onto.id !== unit.id) return `onto ${onto.title}, ${column?.name}`;
      return column?.id === unit.column ? `where it was, ${column?.name}` : `to ${column?.name}, column ${to.line + 1} of ${this.columns.length}`;
    },
    onDrop: (unit, to) => {
      const column = this.columns[to.line]!;
      const onto = this.can.group ? column.units[to.index] : undefined;
      if (onto) this.join(unit, onto.id);
      else this.move(unit, column.id);
    },
  });

  /** Whether what is in the air would be dropped on this unit. */
  isTarget(id: Id): boolean {
    const over = this.drag.active?.zone;
    if (over) return over.kind === "unit" && over.id === id;
    if (!this.lift.active || !this.can.group) return false;
    const unit = this.columns[this.lift.to.line]?.units[this.lift.to.index];
    return unit?.id === id && id !== this.lift.key?.id;
  }

  /** Whether it would come to stand in this column. */
  isTargetColumn(place: number): boolean {
    const over = this.drag.active?.zone;
    if (over) return over.kind === "column" && over.id === this.columns[place]?.id;
    if (!this.lift.active || this.lift.to.line !== place) return false;
    const past = !this.can.group || this.lift.to.index >= (this.columns[place]?.units.length ?? 0);
    return past && this.columns[place]?.id !== this.lift.key?.column;
  }

  composer(column: Id): Composer {
    return this.turn.desk.composer(column);
  }

  start(unit: Unit): void | false {
    if (!this.can.arrange) return false;
    const line = this.columns.findIndex((column) => column.id === unit.column);
    const index = this.can.group ? this.columns[line]!.units.findIndex((one) => one.id === unit.id) : 0;
    this.lift.lift(unit, index, line);
  }

  /** Two become one. The keyboard goes on with it. */
  join(unit: Unit, onto: Id): void {
    const target = this.columns.flatMap((column) => column.units).find((one) => one.id === onto);
    void groupCards(this.#retro().id, unit.id, onto).then((result) => {
      const group = result.ok ? result.value.groups.find((one) => one.cards.includes(target?.cards[0]?.id ?? "")) : null;
      void this.focus(group?.id ?? unit.id);
    });
  }

  move(unit: Unit, to: Id): void {
    if (unit.column === to) return;
    this.held = unit.id;
    void (unit.group ? moveGroup(unit.group, to) : moveCard(unit.id, to)).then(() => this.focus(unit.id));
  }

  apart(unit: Unit): void | false {
    if (!this.can.group || !unit.group) return false;
    void this.takeOut(unit.group, unit.cards[0]!.id);
  }

  /** Takes a card out of its group, or a whole group apart; the keyboard goes on with a card of it. */
  async takeOut(subject: Id, card: Id): Promise<void> {
    await ungroup(this.#retro().id, subject);
    await this.focus(card);
  }

  async edit(card: Id, before: string, text: string): Promise<void> {
    this.error = null;
    if (text.trim() === before) return this.stop(card);
    const mine = this.turn.mine.some((one) => one.id === card);
    const result = mine ? await this.turn.rewrite(card, { text }) : await editCard(card, text).then((one) => (one.ok ? null : one.error));
    if (result) this.error = result;
    else this.stop(card);
  }

  stop(card: Id): void {
    this.error = null;
    if (this.editing !== card) return;
    this.editing = null;
    void tick().then(() => {
      const active = document.activeElement;
      if ((!active || active === document.body) && this.turn.mine.some((one) => one.id === card)) return this.own(card);
      this.keep();
    });
  }

  /** Deletes a card; the keyboard goes on with its neighbour, or with the field of its column. */
  async remove(unit: Unit, card: Id): Promise<void> {
    const units = this.columns.find((column) => column.id === unit.column)?.units ?? [];
    const at = units.findIndex((one) => one.id === unit.id);
    const next = unit.cards.length > 1 ? unit : (units[at + 1] ?? units[at - 1]);
    const removed = deleteCard(card);
    await (next ? this.focus(next.id) : this.write(unit.column));
    if (!(await removed).ok) void this.focus(unit.id);
  }

  /** Whether this is the unit of its column that Tab reaches. */
  current(unit: Unit): boolean {
    const units = this.columns.find((column) => column.id === unit.column)?.units ?? [];
    const chosen = units.find((one) => one.id === this.#cursor[unit.column]) ?? units[0];
    return chosen?.id === unit.id;
  }

  pointAt(id: Id): void {
    this.held = id;
    const column = this.columns.find((one) => one.units.some((unit) => unit.id === id));
    if (column) this.#cursor = { ...this.#cursor, [column.id]: id };
  }

  /** By the id of a unit, or of a card in it. */
  async focus(id: Id): Promise<void> {
    await tick();
    const unit = this.columns.flatMap((column) => column.units).find((one) => one.id === id || one.cards.some((card) => card.id === id));
    if (!unit) return;
    this.pointAt(unit.id);
    await tick();
    this.element?.querySelector<HTMLElement>(`[data-unit="${unit.id}"]`)?.focus();
  }

  /** To the field of a column. */
  async write(column: Id | undefined): Promise<void> {
    await tick();
    this.element?.querySelector<HTMLElement>(`[data-composer="${column}"]`)?.focus();
  }

  /** From a unit along the arrows: to those above and below, the field at the end, and the columns beside. */
  step(unit: Unit, key: string): void | false {
    const columns = this.columns;
    const at = columns.findIndex((column) => column.id === unit.column);
    const units = columns[at]?.units ?? [];
    const row = units.findIndex((one) => one.id === unit.id);
    if (key === "ArrowDown") {
      const own = this.#own(unit.column)[0];
      void (units[row + 1] ? this.focus(units[row + 1]!.id) : own ? this.own(own.id) : this.write(unit.column));
    }
    else if (key === "ArrowUp") return units[row - 1] ? void this.focus(units[row - 1]!.id) : false;
    else if (key === "Home") void this.focus(units[0]!.id);
    else if (key === "End") void this.focus(units.at(-1)!.id);
    else {
      const beside = columns[at + (key === "ArrowLeft" ? -1 : 1)];
      if (!beside) return false;
      const there = beside.units[Math.min(row, beside.units.length - 1)];
      void (there ? this.focus(there.id) : this.write(beside.id));
    }
  }

  /** The cards of the one at the screen in a column that nobody else has seen. */
  #own(column: Id): PrivateCard[] {
    return this.turn.mine.filter((card) => card.column === column);
  }

  /** To one of them. */
  async own(card: Id): Promise<void> {
    await tick();
    this.element?.querySelector<HTMLElement>(`[data-mine="${card}"]`)?.focus();
  }

  /** From one of them along the arrows: to those above and below, the shown ones before and the field after. */
  stepOwn(card: PrivateCard, key: string): boolean {
    const own = this.#own(card.column);
    const at = own.findIndex((one) => one.id === card.id);
    const next = own[at + (key === "ArrowUp" ? -1 : 1)];
    if (key !== "ArrowUp" && key !== "ArrowDown") return false;
    if (next) void this.own(next.id);
    else if (key === "ArrowDown") void this.write(card.column);
    else {
      const above = this.columns.find((one) => one.id === card.column)?.units.at(-1);
      if (!above) return false;
      void this.focus(above.id);
    }
    return true;
  }

  /** Out of the field of a column: to its last card, else to the first of all, else to the head of the room. */
  toCards(column: Id): void {
    const own = this.#own(column).at(-1);
    const last = this.columns.find((one) => one.id === column)?.units.at(-1) ?? this.columns.flatMap((one) => one.units)[0];
    if (own) void this.own(own.id);
    else if (last) void this.focus(last.id);
    else document.querySelector<HTMLElement>("main h1")?.focus();
  }

  /** From the empty field of a column: the card written last goes, and the keyboard stays. */
  undo(column: Id): boolean {
    if (!this.turn.canTakeBack) return false;
    void this.turn.takeBack().then(() => this.write(column));
    return true;
  }

  /** From the empty field of a column along the arrows. */
  leave(column: Id, key: string): boolean {
    const at = this.columns.findIndex((one) => one.id === column);
    const last = this.columns[at]?.units.at(-1);
    const beside = this.columns[at + (key === "ArrowLeft" ? -1 : 1)];
    const own = this.#own(column).at(-1);
    if (key === "ArrowUp" && own) void this.own(own.id);
    else if (key === "ArrowUp" && last) void this.focus(last.id);
    else if ((key === "ArrowLeft" || key === "ArrowRight") && beside) void this.write(beside.id);
    else return false;
    return true;
  }

  /** What was drawn anew took the focus of the page with it: the unit that had it gets it back. */
  keep(): void {
    const active = document.activeElement;
    if (this.held && (!active || active === document.body)) void this.focus(this.held);
  }
}
