import { tick, untrack } from "svelte";
import type { Id, ItemRow } from "$lib/contract";
import { ask } from "$lib/data";
import { clamp, pageOf, revealing, ROW, seenAt, spanAt, topOf, type Lines } from "./geometry";
import type { Row } from "./optimistic";
import { after, before, firstRank, reranked, ranksOf, type Shift } from "./order";
import type { Picked } from "./picks";
import { BacklogRows, type Snapshot } from "./rows.svelte";
import { Selection } from "./selection.svelte";
import { nearestStaying, placesOf, slideOf, type Places, type Seen } from "./slide";
import { asked, type ListView } from "./view";

/** The row that has the focus, or would have it. `id` is null while that row is not loaded. */
export type Cursor = { index: number; id: Id | null };
export type Field = "title" | "estimate" | "type";
/** Rows drawn away from where they stand: while lifted, and from the drop until the host has answered. */
export type Preview = Shift & { to: number; rows: readonly ItemRow[]; lifted: boolean };

/** Most items that the host names at once. */
const NAMED = 10_000;

/** The Product Backlog as a list on screen: which rows are drawn, which has the focus, which are selected. */
export class BacklogList {
  readonly product: Id;
  readonly rows: BacklogRows;
  readonly selection = new Selection();
  cursor = $state.raw<Cursor>({ index: 0, id: null });
  /** The cell that is being changed in place. */
  editing = $state.raw<{ id: Id; field: Field } | null>(null);
  preview = $state.raw<Preview | null>(null);
  height = $state(0);
  /** Pixels at the bottom that something floating covers. */
  inset = $state(0);
  scroller: HTMLElement | null = null;
  /** What has the focus while there are no rows. */
  instead: HTMLElement | null = null;
  /** The focus belongs to a row, even while that row is being drawn anew. */
  focused = false;
  #scrollTop = $state(0);
  /** The row with the focus as it was when it was last loaded. */
  #kept = $state.raw<ItemRow | null>(null);
  #asked = 0;
  #followed = 0;
  #allOnceThere = false;
  #own = false;

  /** Lines that lie between rows. */
  lines: Lines = $state.raw([]);

  seen = $derived.by(() => seenAt(this.#scrollTop, this.height, this.rows.total, this.lines));
  /** The rows in the page. The one with the focus is always among them: an element that goes loses the focus. */
  drawn = $derived.by(() => {
    const { first, end } = spanAt(this.#scrollTop, this.height, this.rows.total, this.lines);
    const indexes = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
    const cursor = this.place(this.cursor.index);
    if (cursor < first) indexes.unshift(cursor);
    else if (cursor >= end && cursor < this.rows.total) indexes.push(cursor);
    return indexes.map((index) => ({ index, row: this.at(index) }));
  });
  /** The row with the focus, as far as it is loaded. */
  current: ItemRow | null = $derived.by(() => this.preview?.rows.find((row) => row.id === this.cursor.id) ?? this.rows.at(this.cursor.index) ?? null);

  /** Ranks as they will be once what is in the air is let go; null while nothing is, or too little is known to say. */
  #ranks = $derived.by(() => {
    if (!this.preview) return null;
    const { moving, to } = this.preview;
    const ranks = ranksOf(moving, (index) => this.rankAt(index));
    const first = this.firstRank({ moving, to });
    return ranks && first !== null ? reranked(ranks, first) : null;
  });

  /** `view` says what is left out and in which order; the whole backlog in its own order without it. */
  constructor(product: Id, view?: () => ListView) {
    this.product = product;
    this.rows = new BacklogRows(product, (next) => this.#settle(next), view);
    $effect(() => {
      const { first } = this.seen;
      const { total } = this.rows;
      if (total > 0) untrack(() => this.rows.want(first));
    });
  }

  /** The row shown at an index. That with the focus is known even when it is far from what is loaded. */
  at(index: number): Row {
    if (!this.preview) return this.rows.at(index) ?? (index === this.cursor.index && this.#kept?.id === this.cursor.id ? this.#kept : undefined);
    const { moving, to, rows } = this.preview;
    return index >= to && index < to + moving.length ? rows[index - to] : this.rows.at(before(this.preview, index));
  }

  /** Where the row that stands at an index is shown. */
  place(index: number): number {
    return this.preview ? (after(this.preview, index) ?? index) : index;
  }

  /** Where a row is drawn. */
  topOf(index: number): number {
    return topOf(index, this.lines);
  }

  /** Where the rows above a place end, lines that follow left out. */
  endOf(count: number): number {
    return count === 0 ? 0 : topOf(count - 1, this.lines) + ROW;
  }

  /** Draws lines between rows. What is looked at stays where it is on the screen. */
  rule(lines: Lines): void {
    if (lines.length === this.lines.length && lines.every((above, at) => above === this.lines[at])) return;
    const { first } = this.seen;
    const before = this.topOf(first);
    this.lines = lines;
    const by = this.topOf(first) - before;
    if (this.#scrollTop > 0 && by !== 0) void this.#scrollDown(by);
  }

  /** The rank in the whole backlog of the row that stands at an index, whether it is in the air or not. */
  rankAt(index: number): number | null {
    const lifted = this.preview ? this.preview.moving.indexOf(index) : -1;
    return lifted >= 0 ? this.preview!.rows[lifted]!.position : this.rows.rankAt(index);
  }

  /** The rank a row shows: where it would come while rows are in the air. */
  rankOf(row: ItemRow): number | null {
    return row.position === null ? null : (this.#ranks?.(row.position) ?? row.position);
  }

  /** The rank that the first of some rows would get. */
  firstRank(shift: Shift & { to: number }): number | null {
    return firstRank(shift, this.rows.total, (index) => this.rankAt(index));
  }

  scrolled(): void {
    this.#scrollTop = this.scroller?.scrollTop ?? 0;
  }

  /** Brings a row into view. */
  reveal(index: number): void {
    this.#scrollTo(revealing(index, this.#scrollTop, this.height, this.inset, this.lines));
  }

  /** Gives the focus to a row and brings it into view. */
  go(index: number): void {
    const to = clamp(index, 0, Math.max(0, this.rows.total - 1));
    this.cursor = { index: to, id: this.rows.at(to)?.id ?? null };
    this.reveal(this.place(to));
  }

  /** The same from where the focus is. */
  step(delta: number): void {
    this.go(this.cursor.index + delta);
  }

  page(direction: 1 | -1): void {
    this.step(direction * pageOf(this.height - this.inset));
  }

  /** Gives the focus to an item, wherever it stands. Answers whether it is in the list. */
  async find(id: Id): Promise<boolean> {
    const at = this.rows.behind ? -1 : this.rows.rows.findIndex((row) => row?.id === id);
    if (at < 0) return this.#seek(id, this.rows.view);
    this.cursor = { index: this.rows.offset + at, id };
    this.reveal(this.cursor.index);
    return true;
  }

  /** The same where it is not loaded, or not yet. */
  async #seek(id: Id, view: ListView): Promise<boolean> {
    const index = await locate(id, view);
    if (index === null || view !== this.rows.view) return false;
    this.cursor = { index, id };
    this.reveal(index);
    return true;
  }

  /** Has the focus come back to the row once it is drawn. */
  async focus(): Promise<void> {
    this.focused = true;
    await tick();
    const row = this.scroller?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    (row ?? this.instead)?.focus({ preventScroll: true });
  }

  edit(id: Id, field: Field): void {
    this.editing = { id, field };
  }

  /** Back from a cell to its row. */
  stopEditing(): void {
    this.editing = null;
    void this.focus();
  }

  toggle(index: number): void {
    const row = this.at(index);
    if (row) this.selection.toggle(row, index);
  }

  /** Selects from where the stretch began to this row, which gets the focus. */
  async extend(to: number): Promise<void> {
    if (this.selection.anchor === null) this.selection.begin(this.cursor.index);
    this.go(to);
    const from = this.selection.anchor ?? this.cursor.index;
    const asked = ++this.#asked;
    const rows = await this.named(Math.min(from, this.cursor.index), Math.max(from, this.cursor.index) + 1);
    if (asked === this.#asked) this.selection.stretch(rows);
  }

  /** Everything the list shows; what is asked for and not there yet, once it is. */
  async selectAll(): Promise<void> {
    this.#allOnceThere = this.rows.behind;
    if (this.rows.behind) return;
    const asked = ++this.#asked;
    const rows = await this.named(0, this.rows.total);
    if (asked === this.#asked) this.selection.set(rows);
  }

  /** What a command on this row acts on: all that is selected when it is among them, else the row alone. */
  subjects(row: ItemRow): Id[] {
    return this.selection.has(row.id) ? this.selection.ids : [row.id];
  }

  /** The focus leaves items that are about to go, for the next row that stays. */
  leave(ids: readonly Id[]): void {
    if (!this.cursor.id || !ids.includes(this.cursor.id)) return;
    const { offset, rows } = this.rows;
    this.cursor = nearestStaying(rows, offset, this.cursor.index, ids) ?? this.cursor;
  }

  /** Rows as a selection knows them, asked for by name where they are not loaded. */
  async named(first: number, end: number): Promise<readonly Picked[]> {
    const { offset, rows } = this.rows;
    const loaded = rows.slice(Math.max(0, first - offset), Math.max(0, end - offset));
    if (first >= offset && loaded.length === end - first && loaded.every((row) => row !== undefined)) return loaded;
    return this.#ids(first, end);
  }

  async #ids(first: number, end: number): Promise<readonly Picked[]> {
    const request = { product: this.product, ...asked(this.rows.view) };
    const offsets = Array.from({ length: Math.ceil((end - first) / NAMED) }, (_, part) => first + part * NAMED);
    const parts = await Promise.all(offsets.map((offset) => ask("backlog.ids", { ...request, offset, limit: Math.min(NAMED, end - offset) })));
    return parts.flatMap(({ items }) => items);
  }

  /** Shows a change of one's own ahead of the answer. */
  changed(): void {
    this.#own = true;
    this.rows.sync();
    this.#own = false;
  }

  /**
   * Before other rows are shown: whatever came, went or moved, what is being looked at stays where it is on the screen
   * and the focus stays on its item. Answers false when the rows are held until it is known where that went.
   */
  #settle(next: Snapshot): boolean {
    const places = placesOf(next.rows, next.offset);
    if (next.fresh) {
      this.#begin(next, places);
      return true;
    }
    const seen: Seen[] = [];
    for (let index = this.seen.first; index < this.seen.end; index++) {
      const row = this.at(index);
      // What was let go is drawn where it will stand; what is still lifted says nothing about the rows beneath.
      const from = this.preview?.lifted ? before(this.preview, index) : index;
      if (row) seen.push({ id: row.id, index, by: slid(places.get(row.id), from) });
    }
    if (next.rows.length > 0 && seen.length > 0 && seen.every(({ by }) => by === null) && !this.preview) {
      void this.#refind(seen, next);
      return false;
    }
    this.#kept = this.rows.at(this.cursor.index) ?? this.#kept;
    const by = this.#atTop() ? 0 : slideOf(seen, this.focused && !this.#own ? this.cursor.id : null);
    this.#follow(next, places, by);
    this.#keepSelection(next);
    this.preview = this.preview?.lifted ? this.#stillLifted(this.preview, places, next.total) : null;
    if (by !== 0) void this.#scrollBy(by);
    return true;
  }

  /** Another view: from its top on, unless somebody has a row in hand that it shows as well. */
  #begin(next: Snapshot, places: Places): void {
    const { id } = this.cursor;
    const held = this.focused && id !== null ? id : null;
    this.preview = null;
    this.editing = null;
    this.#kept = null;
    this.#asked++;
    this.selection.anchor = null;
    this.cursor = { index: 0, id: next.rows[0]?.id ?? null };
    this.#scrollTo(0);
    if (this.#allOnceThere) void tick().then(() => this.selectAll());
    else this.#keepSelection(next);
    if (held === null) return;
    const at = places.get(held);
    if (at === undefined) void this.#seek(held, next.view);
    else {
      this.cursor = { index: at, id: held };
      void tick().then(() => this.reveal(at));
    }
  }

  /** What is lifted while others change the order stays lifted, as long as it is there. */
  #stillLifted(preview: Preview, places: Places, total: number): Preview | null {
    const moving = preview.rows.map((row, at) => places.get(row.id) ?? (total === this.rows.total ? preview.moving[at]! : -1));
    if (moving.includes(-1)) return null;
    return { ...preview, moving: moving.sort((a, b) => a - b), to: clamp(preview.to, 0, total - moving.length) };
  }

  /** Somebody who looks at the top of the list, without having a row in hand, wants to see what comes there. */
  #atTop(): boolean {
    return this.#scrollTop === 0 && !this.focused;
  }

  /** The focus goes with its item; when that has gone, to the row that stands there now. */
  #follow(next: Snapshot, places: Places, by: number): void {
    const { id, index } = this.cursor;
    const found = id === null ? undefined : places.get(id);
    if (found !== undefined) {
      this.cursor = { id, index: found };
      return;
    }
    const at = clamp(index + by, 0, Math.max(0, next.total - 1));
    const there = next.rows[at - next.offset];
    const isOurs = id === null || (index >= this.rows.offset && index < this.rows.offset + this.rows.rows.length);
    this.cursor = there && isOurs ? { id: there.id, index: at } : { id, index: at };
    if (this.editing && this.editing.id === id && there && isOurs) this.editing = null;
  }

  #keepSelection(next: Snapshot): void {
    if (this.selection.size === 0) return;
    this.selection.follow(next.rows.filter((row) => row !== undefined), false);
    if (next.total === this.rows.total && !next.fresh) return;
    const asked = ++this.#followed;
    void this.#ids(0, next.total).then((items) => asked === this.#followed && this.selection.follow(items, true), () => undefined);
  }

  /** Nothing that is on screen is among the new rows: asks where it went, and goes there. */
  async #refind(seen: readonly Seen[], next: Snapshot): Promise<void> {
    for (const { id, index } of seen.slice(0, 3)) {
      const there = await locate(id, next.view);
      if (there === null) continue;
      const by = there - index;
      this.rows.slide(by, next.total);
      this.cursor = { ...this.cursor, index: this.cursor.index + by };
      await this.#scrollBy(by);
      this.rows.want(this.seen.first);
      break;
    }
    this.rows.release(next);
  }

  async #scrollBy(rows: number): Promise<void> {
    const { first } = this.seen;
    await this.#scrollDown(topOf(first + rows, this.lines) - topOf(first, this.lines));
  }

  async #scrollDown(pixels: number): Promise<void> {
    this.#scrollTop = Math.max(0, this.#scrollTop + pixels);
    const to = this.#scrollTop;
    await tick(); // the list must be as high as it will be before it can be scrolled there
    this.#scrollTo(to);
  }

  #scrollTo(top: number): void {
    if (!this.scroller || this.scroller.scrollTop === top) return;
    this.scroller.scrollTop = top;
    this.scrolled();
  }
}

/** The row of an item in a view, from 0; null when that does not show it. */
async function locate(item: Id, view: ListView): Promise<number | null> {
  try {
    return (await ask("backlog.locate", { item, ...asked(view) })).row;
  } catch {
    return null; // it was deleted meanwhile
  }
}

function slid(to: number | undefined, from: number): number | null {
  return to === undefined ? null : to - from;
}
