import { announce } from "$lib/announce";
import type { Id, ItemRow } from "$lib/contract";
import { Drag, Lift } from "$lib/drag";
import { toasts } from "$lib/toasts.svelte";
import { rankOf, type Acts } from "./acts";
import { clamp } from "./geometry";
import type { BacklogList } from "./list.svelte";
import { indexesAmong, indexesOf } from "./optimistic";
import { isStill, toOfSlot } from "./order";
import { isFiltered, whyNotLifted } from "./view";

/** What is carried: the row under the hand, and all that goes with it, in the order of the backlog. */
type Load = { row: ItemRow; rows: readonly ItemRow[]; moving: readonly number[] };

/** Changing the order by hand: lifting with the keyboard, dragging with the mouse; one row or all that are selected. */
export class Reorder {
  readonly lift: Lift<Load>;
  readonly drag: Drag<{ row: ItemRow; ids: readonly Id[] }>;
  /** The gap that a drag would fill, as the index of the row below it. */
  slot = $state<number | null>(null);
  #list: BacklogList;
  #acts: Acts;

  constructor(list: BacklogList, acts: Acts) {
    this.#list = list;
    this.#acts = acts;
    this.lift = new Lift<Load>({
      lines: () => [list.rows.total - (this.lift.key?.moving.length ?? 1) + 1],
      say: ({ rows, moving }, { index }) => this.#placeInWords(rows, moving, index),
      onDrop: (load, { index }) => this.#put(load, index),
    });
    this.drag = new Drag({
      starts: () => this.#allowed(),
      accepts: ({ ids }, kind, id) => kind === "end" || kind === "line" || (kind === "row" && id !== null && !(ids.length === 1 && ids[0] === id)),
      onOver: (_, zone) => (this.slot = zone ? this.#slotOf(zone.kind, zone.id, zone.side) : null),
      onDrop: ({ ids }, zone) => {
        const slot = this.#slotOf(zone.kind, zone.id, zone.side);
        this.slot = null;
        if (slot !== null) void this.#dropAt(ids, slot);
      },
      onCancel: () => (this.slot = null),
    });
    // What was lifted went away while somebody else changed the order.
    $effect(() => {
      if (this.lift.active && !list.preview) this.lift.cancel();
    });
  }

  /** Why nothing can be put in order by hand as the list is looked at now, or null when it can. */
  get refusal(): string | null {
    return whyNotLifted(this.#list.rows.view);
  }

  #allowed(): boolean {
    // What is shown is about to go.
    if (this.#list.rows.behind) return false;
    const { refusal } = this;
    if (refusal) toasts.warn(refusal);
    return refusal === null;
  }

  /** Lifts the row with the focus, or with it all that are selected. */
  async start(): Promise<void> {
    const row = this.#list.current;
    if (!row || this.lift.active || !this.#allowed()) return;
    const load = await this.#loadOf(row);
    if (!load) return;
    const index = toOfSlot(load.moving, this.#list.cursor.index);
    this.#show(load, index);
    this.lift.lift(load, index);
  }

  /** Handles the keys of a lifted row. Answers whether the key was taken. */
  keydown(event: KeyboardEvent): boolean {
    const load = this.lift.key;
    if (!load) return false;
    const { from, to } = this.lift;
    const scattered = (event.key === " " || event.key === "Enter") && to.index === from.index;
    if (!this.lift.keydown(event)) return ["Tab", "Shift"].includes(event.key) ? false : this.#swallow(event);
    if (this.lift.active) this.#show(load, this.lift.to.index);
    // Gathering what stood apart is a move even when the first of it stays.
    else if (scattered) this.#put(load, to.index);
    else if (event.key === "Escape") this.#back();
    return true;
  }

  /** The focus went elsewhere: what is lifted goes back. */
  cancel(): void {
    if (!this.lift.active) return;
    this.lift.cancel();
    this.#back();
  }

  #show({ rows, moving }: Load, to: number): void {
    const list = this.#list;
    const known = list.preview?.moving ?? moving;
    list.preview = { rows, moving: known, to, lifted: true };
    // Both ends of what is carried, as far as that goes, and above all the row in hand.
    for (const index of [to + rows.length - 1, to, list.place(list.cursor.index)]) list.reveal(index);
  }

  #back(): void {
    this.#list.preview = null;
    this.#list.reveal(this.#list.cursor.index);
  }

  #put(load: Load, to: number): void {
    const list = this.#list;
    const shift = { moving: list.preview?.moving ?? load.moving, to };
    if (isStill(shift)) return this.#back();
    list.preview = { ...shift, rows: load.rows, lifted: false };
    void this.#acts.shift(load.rows.map((row) => row.id), shift);
  }

  /** Any other key would act on a row that is in the air. */
  #swallow(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  async #loadOf(row: ItemRow): Promise<Load | null> {
    const { rows } = this.#list;
    const ids = this.#list.subjects(row);
    const moving = indexesOf(ids, rows.rows, rows.offset);
    if (moving) return { row, moving, rows: moving.map((index) => rows.at(index)!) };
    const items = await this.#list.named(0, rows.total);
    const all = indexesAmong(ids, items);
    // Rows that are not loaded are drawn empty while they are in the air, all but the one in hand.
    return { row, moving: all, rows: all.map((index) => rows.at(index) ?? { ...row, id: items[index]!.id, title: "", position: rows.rankAt(index) }) };
  }

  /** "HBR-221, rank 10 of 21"; where that cannot be known, its row in what is shown. */
  #placeInWords(rows: readonly ItemRow[], moving: readonly number[], index: number): string {
    const first = this.#list.firstRank({ moving: this.#list.preview?.moving ?? moving, to: index });
    if (first !== null) return rankOf(rows, rows.length, first - 1, this.#list.rows.whole.items);
    return `${rows[0]?.key ?? ""}, row ${index + 1} of ${this.#list.rows.total} shown`;
  }

  #slotOf(kind: string, id: Id | null, side: "before" | "after"): number | null {
    const { rows } = this.#list;
    if (kind === "end") return rows.total;
    if (kind === "line") return Number(id); // as many rows as stand above it
    const at = rows.rows.findIndex((row) => row?.id === id);
    return at < 0 ? null : rows.offset + at + (side === "after" ? 1 : 0);
  }

  async #dropAt(ids: readonly Id[], slot: number): Promise<void> {
    const { rows } = this.#list;
    const moving = indexesOf(ids, rows.rows, rows.offset);
    if (!moving) {
      const anchor = rows.at(slot);
      const last = isFiltered(rows.view) ? rows.at(rows.total - 1) : undefined;
      await this.#acts.move(ids, !anchor ? (last && !ids.includes(last.id) ? { to: "after", item: last.id } : { to: "bottom" }) : ids.includes(anchor.id) ? { to: "position", position: slot + 1 } : { to: "before", item: anchor.id });
      return;
    }
    const to = clamp(toOfSlot(moving, slot), 0, rows.total - moving.length);
    if (isStill({ moving, to })) return announce("Put back");
    this.#list.preview = { moving, to, lifted: false, rows: moving.map((index) => rows.at(index)!) };
    const row = rows.at(moving[0]!)!;
    const first = this.#list.firstRank({ moving, to });
    await this.#acts.shift(ids, { moving, to });
    if (first !== null) announce(rankOf([row], ids.length, first - 1, rows.whole.items));
  }
}
