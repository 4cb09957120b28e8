import { announce } from "$lib/announce";
import type { BacklogScope, Id, ItemRow, Place } from "$lib/contract";
import { ask, command, type CommandOptions, type Result } from "$lib/data";
import { count } from "$lib/format";
import { toasts } from "$lib/toasts.svelte";
import { patchItems, type BulkChange } from "./bulk-change";
import type { BacklogList } from "./list.svelte";
import { indexesOf, shiftRows, type Move } from "./optimistic";
import { before, isStill, placeOf, type Shift } from "./order";
import { asked, isFiltered, isSorted, whyNoPlace } from "./view";

type Optimistic = NonNullable<CommandOptions["optimistic"]>;

/** What can be done with items of the backlog. The list shows it at once, and takes it back when it is refused. */
export class Acts {
  #list: BacklogList;

  constructor(list: BacklogList) {
    this.#list = list;
  }

  /** Moves by hand: the rows stay in hand, so the focus goes with them. */
  async shift(ids: readonly Id[], shift: Shift & { to: number }): Promise<void> {
    const place = await this.#placeOf(shift);
    if (place) await this.#move(ids, place, shift);
    else this.#list.preview = null;
  }

  /** Next to its neighbours in what is shown; where those are not loaded, one of them is asked for. */
  async #placeOf(shift: Shift & { to: number }): Promise<Place | null> {
    const { rows, preview } = this.#list;
    const whole = !isFiltered(rows.view);
    const known = placeOf(shift, rows.total, (index) => (preview ? this.#list.at(index)?.id : undefined), whole);
    if (known) return known;
    const end = shift.to + shift.moving.length;
    const at = end < rows.total ? end : shift.to - 1;
    if (at < 0) return null;
    const offset = before(shift, at);
    const { items } = await ask("backlog.ids", { product: this.#list.product, ...asked(rows.view), offset, limit: 1 });
    return items[0] ? { to: at === end ? "before" : "after", item: items[0].id } : null;
  }

  /** Moves elsewhere in the whole backlog: whoever sorts a list wants to go on with the next row, so the focus stays where it is. */
  async move(ids: readonly Id[], place: Place): Promise<void> {
    const { rows } = this.#list;
    const refusal = whyNoPlace(rows.view);
    if (refusal) return toasts.warn(refusal);
    const moving = indexesOf(ids, rows.rows, rows.offset);
    const move = moving && this.#moveOf(moving, place);
    const first = moving && rows.at(moving[0]!);
    if (!isSorted(rows.view) && (!move || !isStill(move))) this.#list.leave(ids);
    const position = await this.#move(ids, place, move);
    if (position && first) announce(rankOf([first], ids.length, position - 1, rows.whole.items));
  }

  /** Moves what is selected next to a row that is not among it. Answers whether there was anything to move. */
  beside(to: "before" | "after", row: ItemRow | null): boolean {
    const { selection } = this.#list;
    if (!row || selection.size === 0 || selection.has(row.id)) return false;
    void this.move(selection.ids, { to, item: row.id });
    return true;
  }

  /** What a place means in what is shown, as far as that can be said without asking. */
  #moveOf(moving: readonly number[], place: Place): Move | null {
    const { view, total, whole } = this.#list.rows;
    const count = moving.length;
    if (isSorted(view)) return null;
    if (place.to === "top") return { moving, to: 0, first: 1 };
    if (place.to === "bottom") return { moving, to: total - count, first: whole.items - count + 1 };
    if (place.to !== "position" || isFiltered(view)) return null;
    return { moving, to: Math.max(0, Math.min(place.position - 1, total - count)) };
  }

  /** The same change of all of them, as one action with one undo. */
  async edit(ids: readonly Id[], change: BulkChange): Promise<void> {
    const running = command("item.bulkEdit", { items: [...ids], ...change }, { optimistic: (patch) => patchItems(patch, ids, change) });
    this.#list.changed();
    const result = await running;
    if (result.ok) announce(`${count(result.value.edited, "item")} changed`);
  }

  async remove(ids: readonly Id[]): Promise<boolean> {
    return this.#take(ids, () => true, (optimistic) => command("item.delete", { items: [...ids] }, { optimistic }));
  }

  async cancel(ids: readonly Id[], reason: string): Promise<boolean> {
    return this.#take(ids, (scope) => scope !== "sprint", (optimistic) => command("item.cancel", { items: [...ids], reason }, { optimistic }));
  }

  async takeInto(sprint: Id, ids: readonly Id[]): Promise<void> {
    await this.#take(ids, (scope) => scope === "backlog", (optimistic) => command("sprint.take", { sprint, items: [...ids] }, { optimistic }));
  }

  async #move(ids: readonly Id[], place: Place, move: Move | null): Promise<number | null> {
    const { known, behind } = this.#list.rows;
    const carried = this.#list.preview?.rows ?? [];
    const ahead = behind ? null : move;
    const inHand = (index: number): ItemRow | undefined => carried[move?.moving.indexOf(index) ?? -1];
    const at = (index: number): ItemRow | undefined => known.at(index) ?? inHand(index);
    const rankAt = (index: number) => known.rankAt(index) ?? inHand(index)?.position ?? null;
    const running = command("item.move", { items: [...ids], place }, {
      optimistic: (patch) => ahead && shiftRows(patch, ahead, { ...known, at, rankAt }),
    });
    this.#list.changed();
    const result = await running;
    if (!result.ok) this.#list.preview = null;
    return result.ok ? (result.value.positions[0]?.position ?? null) : null;
  }

  /** Where they leave the list, the focus goes to the next row that stays. `leaves` says whether that is so where one looks. */
  async #take(ids: readonly Id[], leaves: (scope: BacklogScope["in"]) => boolean, run: (optimistic: Optimistic) => Promise<Result<unknown>>): Promise<boolean> {
    const { rows } = this.#list;
    const gone = leaves(rows.view.filter.scope?.in ?? "backlog");
    const moving = gone && !rows.behind ? indexesOf(ids, rows.rows, rows.offset) : null;
    const known = rows.known;
    if (gone) this.#list.leave(ids);
    const running = run((patch) => moving && shiftRows(patch, { moving, to: null }, known));
    this.#list.changed();
    const { ok } = await running;
    if (ok && gone) this.#list.selection.remove(ids);
    return ok;
  }
}

/** "HBR-221, rank 10 of 21", "HBR-221 and 2 more, ranks 10 to 12 of 21" */
export function rankOf(rows: readonly Pick<ItemRow, "key">[], count: number, index: number, total: number): string {
  const first = rows[0]?.key ?? "";
  if (count === 1) return `${first}, rank ${index + 1} of ${total}`;
  return `${first} and ${count - 1} more, ranks ${index + 1} to ${index + count} of ${total}`;
}
