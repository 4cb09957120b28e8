import { announce } from "$lib/announce";
import type { Id, ItemRow, Sprint } from "$lib/contract";
import { ask, command, query } from "$lib/data";
import { Drag, Lift } from "$lib/drag";
import { count, points } from "$lib/format";
import { BacklogList } from "$features/backlog/list.svelte";
import { poker, POKER_MAX } from "$features/poker";
import { Settled } from "$lib/settled.svelte";
import { PLAIN } from "$features/backlog/view";
import { toasts } from "$lib/toasts.svelte";
import { indexesOf, shiftRows } from "$features/backlog/optimistic";
import { pointsInWords, round, standing, sum, VELOCITY_WINDOW } from "$features/sprint/velocity";
import { SprintList } from "./sprint-list.svelte";

export type Pane = "backlog" | "sprint";
/** Items in hand: by drag, by keyboard, or about to be. `row` is the one that was gripped. */
export type Hand = { from: Pane; row: ItemRow; ids: Id[]; points: number };

const PANES: readonly Pane[] = ["backlog", "sprint"];

/** Planning one sprint: the Product Backlog on one side, the sprint that forms on the other. */
export class Plan {
  readonly sprint: Id;
  readonly product: Id;
  readonly backlog: BacklogList;
  readonly forming: SprintList;
  /** The pane with the focus; null while it is in neither. */
  pane = $state<Pane | null>(null);
  /** Words that the backlog is narrowed to. */
  text = $state("");
  /** Where they are typed. */
  field: HTMLInputElement | null = null;
  /** The item whose estimate is being set. */
  estimating = $state<Id | null>(null);

  #detail;
  #velocity;

  constructor(product: Id, sprint: Id) {
    this.product = product;
    this.sprint = sprint;
    this.#detail = query("sprint.get", () => ({ sprint }));
    this.#velocity = query("product.velocity", () => ({ product, last: VELOCITY_WINDOW }));
    const settled = new Settled(() => this.text);
    this.backlog = new BacklogList(product, () => (settled.current.trim() ? { ...PLAIN, filter: { text: settled.current.trim() } } : PLAIN));
    this.forming = new SprintList(() => this.shown);
  }

  detail = $derived.by(() => this.#detail.data ?? null);
  error = $derived.by(() => this.#detail.error);
  velocity = $derived.by(() => this.#velocity.data ?? null);
  range = $derived.by(() => this.velocity?.range ?? null);
  items: ItemRow[] = $derived.by(() => this.detail?.items.filter((item) => item.resolution === null) ?? []);
  unestimated = $derived.by(() => this.items.filter((item) => item.estimate === null));
  taken = $derived.by(() => sum(this.items));

  readonly drag = new Drag<Hand>({
    accepts: ({ from }, kind) => (kind === ROW_ZONE ? from === "sprint" : PANES.includes(kind as Pane) && kind !== from),
    onDrop: (hand, zone) => {
      if (zone.kind !== ROW_ZONE) return void this.#carry(hand);
      const to = placeAt(this.items, hand.ids, zone.id, zone.side);
      if (to !== null) void this.order(hand, to);
    },
  });

  readonly lift: Lift<Hand> = new Lift<Hand>({
    // Inside the sprint there is an order to choose; on the way to the other side there is none.
    lines: () => (this.lift.from.line === 0 ? [1, 0] : [0, this.items.length - (this.lift.key?.ids.length ?? 1) + 1]),
    say: (hand, to, of) => {
      const where = `${this.#named(hand)} in ${to.line === 0 ? "the Product Backlog" : this.#name}`;
      if (to.line !== this.lift.from.line) return `${where}, ${this.#standingIn(this.#after(hand))}`;
      return to.line === 1 ? `${where}, ${to.index + 1} of ${of}` : where;
    },
    onDrop: (hand, to, from) => void (to.line === from.line ? this.order(hand, to.index) : this.#carry(hand)),
  });

  /** The sprint as drawn: what is lifted in it stands where it would go. */
  shown: ItemRow[] = $derived.by(() => {
    const hand = this.lift.key;
    return hand?.from === "sprint" && this.lift.to.line === 1 ? placed(this.items, hand.ids, this.lift.to.index) : this.items;
  });

  /** Items on their way to the other pane, before they are let go. */
  crossing: Hand | null = $derived.by(() => {
    const dragged = this.drag.active;
    if (dragged) return dragged.zone && dragged.zone.kind !== ROW_ZONE ? dragged.data : null;
    return this.lift.key && this.lift.to.line !== this.lift.from.line ? this.lift.key : null;
  });

  /** Where the sum would stand with what is on its way, or with what Enter would take; null while it would not change. */
  next: number | null = $derived.by(() => {
    const hand = this.crossing ?? (this.lift.active || this.drag.active || this.pane !== "backlog" ? null : this.#grip());
    return hand && hand.points > 0 ? this.#after(hand) : null;
  });

  get #name(): string {
    return this.detail?.sprint.name ?? "the sprint";
  }

  list(pane: Pane): BacklogList | SprintList {
    return pane === "backlog" ? this.backlog : this.forming;
  }

  /** What an act on a row is about. */
  handOf(pane: Pane, row: ItemRow): Hand {
    const list = this.list(pane);
    const whole = list.selection.has(row.id);
    return { from: pane, row, ids: list.subjects(row), points: whole ? list.selection.points : (row.estimate ?? 0) };
  }

  /** Gives the focus to a pane, or to the other one while it is empty. */
  async focus(pane: Pane): Promise<void> {
    const empty = { backlog: this.backlog.rows.total === 0, sprint: this.items.length === 0 };
    const other = pane === "backlog" ? "sprint" : "backlog";
    if (empty.backlog && empty.sprint) document.getElementById("room")?.focus();
    else await this.list(empty[pane] ? other : pane).focus();
  }

  /** A row got the focus. Selecting goes on in one pane at a time. */
  entered(pane: Pane, index: number): void {
    this.pane = pane;
    if (pane === "backlog") {
      this.backlog.focused = true;
      this.backlog.cursor = { index, id: this.backlog.at(index)?.id ?? null };
      this.forming.selection.clear();
    } else {
      this.forming.go(index);
      this.backlog.selection.clear();
    }
  }

  left(): void {
    this.pane = null;
    this.backlog.focused = false;
  }

  liftCurrent(): void {
    const hand = this.#grip();
    if (!hand) return;
    const first = this.items.findIndex(({ id }) => hand.ids.includes(id));
    this.lift.lift(hand, hand.from === "sprint" ? first : 0, PANES.indexOf(hand.from));
  }

  /** Where a drop would land beside a row of the sprint. */
  edge(row: ItemRow): "before" | "after" | undefined {
    const dragged = this.drag.active;
    if (dragged?.zone?.kind !== ROW_ZONE || dragged.zone.id !== row.id) return undefined;
    return placeAt(this.items, dragged.data.ids, row.id, dragged.zone.side) === null ? undefined : dragged.zone.side;
  }

  /** Moves items of the sprint so that the first of them stands in this row, from 0. */
  async order({ ids }: Hand, to: number): Promise<void> {
    const focused = this.pane !== null;
    const running = command("sprint.order", { sprint: this.sprint, items: ids, to }, {
      optimistic: (patch) =>
        patch.update("sprint.get", (value, { sprint }) => {
          if (sprint !== this.sprint) return value;
          const open = value.items.filter(({ resolution }) => resolution === null);
          return { ...value, items: [...placed(open, ids, to), ...value.items.filter(({ resolution }) => resolution !== null)] };
        }),
    });
    if (focused) await this.focus("sprint");
    await running;
  }

  /** To the other pane, without lifting. */
  async carryCurrent(): Promise<void> {
    const hand = this.#grip();
    if (hand) await this.#carry(hand);
  }

  async give(row: ItemRow): Promise<void> {
    await this.#carry({ from: "sprint", row, ids: [row.id], points: row.estimate ?? 0 });
  }

  async carry(pane: Pane, row: ItemRow): Promise<void> {
    await this.#carry(this.handOf(pane, row));
  }

  /** Planning Poker over what is selected in the pane with the focus, or over the row there. */
  play(): void {
    const { pane } = this;
    const selection = pane && this.list(pane).selection;
    const ids = selection?.size ? selection.ids : (this.#grip()?.ids ?? []);
    if (pane) poker.start(ids, () => void this.focus(pane));
  }

  /** Planning Poker over all without an estimate: what is in the sprint first, then the Product Backlog in its order. */
  async playUnestimated(): Promise<void> {
    const { items } = await ask("backlog.ids", { product: this.product, filter: { estimated: false }, offset: 0, limit: POKER_MAX });
    const ids = [...this.unestimated.map(({ id }) => id), ...items.map(({ id }) => id)].slice(0, POKER_MAX);
    if (ids.length > 0) poker.start(ids, () => void this.focus("backlog"));
    else toasts.warn("Everything here has an estimate.");
  }

  /** All that is selected in a pane, wherever the focus is. */
  async carrySelected(pane: Pane): Promise<void> {
    const { selection, current } = this.list(pane);
    if (!current) return;
    await this.#carry({ from: pane, row: current, ids: selection.ids, points: selection.points });
    await this.focus(pane);
  }

  async estimate(row: ItemRow, estimate: number | null): Promise<void> {
    await command("item.edit", { item: row.id, estimate });
  }

  /** Deletes the sprint. Answers whether it is gone. */
  async remove(): Promise<boolean> {
    return (await command("sprint.delete", { sprint: this.sprint })).ok;
  }

  async edit(change: { name?: string; goal?: string }) {
    const result = await command("sprint.edit", { sprint: this.sprint, ...change }, { ownErrors: true });
    return result.ok ? null : result.error;
  }

  #grip(): Hand | null {
    const row = this.pane ? this.list(this.pane).current : null;
    return row && this.pane ? this.handOf(this.pane, row) : null;
  }

  #after({ from, points }: Hand): number {
    return round(this.taken + (from === "backlog" ? points : -points));
  }

  #named({ row, ids }: Hand): string {
    return ids.length === 1 ? row.key : count(ids.length, "item");
  }

  /** "32 points, 5 over the range" */
  #standingIn(value: number): string {
    const total = pointsInWords(value);
    if (!this.range) return total;
    const { state, by } = standing(value, this.range);
    return state === "over" || state === "pastBest" ? `${total}, ${points(by)} over the range` : total;
  }

  async #carry(hand: Hand): Promise<void> {
    const total = this.#standingIn(this.#after(hand));
    const focused = this.pane !== null;
    const running = hand.from === "backlog" ? this.#take(hand) : this.#giveBack(hand);
    // The row that had the focus has gone already; whoever types on must not type into nothing.
    if (focused) await this.focus(hand.from);
    const { ok } = await running;
    if (ok) announce(`${this.#named(hand)} ${hand.from === "backlog" ? `taken into ${this.#name}` : "given back"}. ${total}.`);
    if (focused && document.activeElement === document.body) await this.focus(hand.from);
  }

  async #take({ ids }: Hand): Promise<{ ok: boolean }> {
    const { rows, selection } = this.backlog;
    const moving = indexesOf(ids, rows.rows, rows.offset);
    const coming = moving?.map((index) => rows.at(index)).filter((row) => row !== undefined) ?? [];
    const known = rows.known;
    this.backlog.leave(ids);
    const running = command("sprint.take", { sprint: this.sprint, items: ids }, {
      optimistic: (patch) => {
        if (!moving) return;
        shiftRows(patch, { moving, to: null }, known);
        patch.update("sprint.get", (value, request) => (request.sprint === this.sprint ? { ...value, items: [...value.items, ...coming] } : value));
      },
    });
    this.backlog.changed();
    const result = await running;
    if (result.ok) selection.remove(ids);
    return result;
  }

  async #giveBack({ ids }: Hand): Promise<{ ok: boolean }> {
    this.forming.leave(ids);
    return await command("sprint.giveBack", { items: ids }, {
      optimistic: (patch) => patch.update("sprint.get", (value, { sprint }) => (sprint === this.sprint ? { ...value, items: value.items.filter(({ id }) => !ids.includes(id)) } : value)),
    });
  }
}

/** The rows of the sprint take what is dragged among them. */
export const ROW_ZONE = "sprint-row";

/** Rows with some of them moved, so that the first of these stands in row `to`. */
export function placed<T extends { id: Id }>(rows: readonly T[], ids: readonly Id[], to: number): T[] {
  const rest = rows.filter(({ id }) => !ids.includes(id));
  rest.splice(to, 0, ...rows.filter(({ id }) => ids.includes(id)));
  return rest;
}

/** The row, from 0, that a drop beside another one means; null when nothing would move, or it is one of those that do. */
export function placeAt(rows: readonly { id: Id }[], ids: readonly Id[], over: Id | null, side: "before" | "after"): number | null {
  const rest = rows.filter(({ id }) => !ids.includes(id));
  const at = rest.findIndex(({ id }) => id === over);
  if (at < 0) return null;
  const to = side === "after" ? at + 1 : at;
  return placed(rows, ids, to).every(({ id }, n) => id === rows[n]?.id) ? null : to;
}

/** The planned sprints, the one that begins first at the head. */
export function plannedOf(sprints: readonly Sprint[]): Sprint[] {
  return sprints.filter(({ state }) => state === "planned").toSorted((a, b) => a.startDay.localeCompare(b.startDay) || a.number - b.number);
}
