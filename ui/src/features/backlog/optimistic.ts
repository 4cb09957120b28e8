import type { Backlog, BacklogWindow, Id, ItemRow } from "$lib/contract";
import type { Patch } from "$lib/data";
import { before, type Shift } from "./order";

/** A row, or the place of one that is not known yet. */
export type Row = ItemRow | undefined;

/** What is known of the order when rows are moved ahead of the host's answer. */
export type Known = {
  request: BacklogWindow;
  total: number;
  /** The row at an index before the shift. */
  at: (index: number) => Row;
};

/**
 * Shifts rows in every known window of the backlog. A window that would get a row which nobody knows keeps its old
 * order until it is asked again, except the one on screen: it shows an empty row there for that moment.
 */
export function shiftRows(patch: Patch, shift: Shift, known: Known): void {
  patch.update("backlog.window", (value, request) => {
    if (request.product !== known.request.product) return value;
    return shifted(value, request, shift, known, request.offset === known.request.offset && request.limit === known.request.limit);
  });
}

export function shifted(value: Backlog, request: BacklogWindow, shift: Shift, known: Known, holes: boolean): Backlog {
  const gone = shift.to === null ? shift.moving.map((index) => known.at(index)) : [];
  const total = known.total - gone.length;
  const end = Math.min(request.offset + request.limit, total);
  const rows: Row[] = [];
  for (let index = request.offset; index < end; index++) {
    const old = before(shift, index);
    const row = value.rows[old - request.offset] ?? known.at(old);
    rows.push(row && { ...row, position: row.position === null ? null : index + 1 });
  }
  // Rows past the end of what is known are left out; the list asks for them as it would on scrolling.
  while (rows.length > 0 && rows.at(-1) === undefined) rows.pop();
  if (!holes && (rows.includes(undefined) || rows.length < end - request.offset)) return value;
  const points = gone.reduce((sum, row) => sum + (row?.estimate ?? 0), 0);
  const unestimated = gone.filter((row) => row?.estimate === null).length;
  return {
    total,
    points: value.points - points,
    unestimated: value.unestimated - unestimated,
    whole: { items: value.whole.items + total - value.total, points: value.whole.points - points, unestimated: value.whole.unestimated - unestimated },
    rows: rows as ItemRow[],
  };
}

/** The indexes of items among rows that begin at `offset`, ascending; null unless every one is there. */
export function indexesOf(ids: readonly Id[], rows: readonly Row[], offset: number): number[] | null {
  const wanted = new Set(ids);
  const found: number[] = [];
  for (const [at, row] of rows.entries()) if (row && wanted.has(row.id)) found.push(offset + at);
  return found.length === wanted.size ? found : null;
}

/** The indexes of items in the whole backlog, ascending. */
export function indexesAmong(ids: readonly Id[], items: readonly { id: Id }[]): number[] {
  const wanted = new Set(ids);
  return items.flatMap(({ id }, index) => (wanted.has(id) ? [index] : []));
}
