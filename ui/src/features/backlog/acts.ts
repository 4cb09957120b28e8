import { announce } from "$lib/announce";
import type { Id, ItemRow, Place } from "$lib/contract";
import { command, type CommandOptions, type Result } from "$lib/data";
import type { BacklogList } from "./list.svelte";
import { indexesOf, shiftRows } from "./optimistic";
import { isStill, placeOf, type Shift } from "./order";

type Optimistic = NonNullable<CommandOptions["optimistic"]>;

/** What can be done with items of the backlog. The list shows it at once, and takes it back when it is refused. */
export class Acts {
  #list: BacklogList;

  constructor(list: BacklogList) {
    this.#list = list;
  }

  /** Moves by hand: the rows stay in hand, so the focus goes with them. */
  async shift(ids: readonly Id[], shift: Shift & { to: number }): Promise<void> {
    const { rows } = this.#list;
    const { preview } = this.#list;
    const place = placeOf(shift, rows.total, (index) => (preview ? this.#list.at(index)?.id : undefined));
    await this.#move(ids, place, shift);
  }

  /** Moves elsewhere: whoever sorts a list wants to go on with the next row, so the focus stays where it is. */
  async move(ids: readonly Id[], place: Place): Promise<void> {
    const { rows } = this.#list;
    const moving = indexesOf(ids, rows.rows, rows.offset);
    const to = indexOf(place, rows.total, ids.length);
    const shift = moving && to !== null ? { moving, to } : null;
    const first = moving && rows.at(moving[0]!);
    if (!shift || !isStill(shift)) this.#list.leave(ids);
    const position = await this.#move(ids, place, shift);
    if (position && first) announce(rankOf([first], ids.length, position - 1, rows.total));
  }

  async remove(ids: readonly Id[]): Promise<boolean> {
    return this.#take(ids, (optimistic) => command("item.delete", { items: [...ids] }, { optimistic }));
  }

  async cancel(ids: readonly Id[], reason: string): Promise<boolean> {
    return this.#take(ids, (optimistic) => command("item.cancel", { items: [...ids], reason }, { optimistic }));
  }

  async takeInto(sprint: Id, ids: readonly Id[]): Promise<void> {
    await this.#take(ids, (optimistic) => command("sprint.take", { sprint, items: [...ids] }, { optimistic }));
  }

  async #move(ids: readonly Id[], place: Place, shift: Shift | null): Promise<number | null> {
    const { known } = this.#list.rows;
    const carried = this.#list.preview?.rows ?? [];
    const at = (index: number): ItemRow | undefined => known.at(index) ?? (shift ? carried[shift.moving.indexOf(index)] : undefined);
    const running = command("item.move", { items: [...ids], place }, {
      optimistic: (patch) => shift && shiftRows(patch, shift, { ...known, at }),
    });
    this.#list.changed();
    const result = await running;
    if (!result.ok) this.#list.preview = null;
    return result.ok ? (result.value.positions[0]?.position ?? null) : null;
  }

  /** They leave the backlog, and the focus goes to the next row that stays. */
  async #take(ids: readonly Id[], run: (optimistic: Optimistic) => Promise<Result<unknown>>): Promise<boolean> {
    const { rows } = this.#list;
    const moving = indexesOf(ids, rows.rows, rows.offset);
    const known = rows.known;
    this.#list.leave(ids);
    const running = run((patch) => moving && shiftRows(patch, { moving, to: null }, known));
    this.#list.changed();
    const { ok } = await running;
    if (ok) this.#list.selection.remove(ids);
    return ok;
  }
}

/** Where a place is in the order, as far as that can be said without asking. */
function indexOf(place: Place, total: number, count: number): number | null {
  if (place.to === "top") return 0;
  if (place.to === "bottom") return total - count;
  if (place.to === "position") return Math.max(0, Math.min(place.position - 1, total - count));
  return null;
}

/** "HBR-221, rank 10 of 21", "HBR-221 and 2 more, ranks 10 to 12 of 21" */
export function rankOf(rows: readonly Pick<ItemRow, "key">[], count: number, index: number, total: number): string {
  const first = rows[0]?.key ?? "";
  if (count === 1) return `${first}, rank ${index + 1} of ${total}`;
  return `${first} and ${count - 1} more, ranks ${index + 1} to ${index + count} of ${total}`;
}
