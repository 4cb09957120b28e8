import type { Place } from "$lib/contract";

/**
 * Rows taken out of an order and put back side by side, keeping their order among themselves. `moving` holds where they
 * stand, ascending; `to` is where the first of them will stand. Without `to` they are taken out for good.
 */
export type Shift = { moving: readonly number[]; to: number | null };

/** Where the row stood that is at `index` after the shift. */
export function before(shift: Shift, index: number): number {
  const { moving, to } = shift;
  if (to !== null && index >= to && index < to + moving.length) return moving[index - to]!;
  let standing = to !== null && index >= to ? index - moving.length : index;
  for (const moved of moving) {
    if (moved > standing) break;
    standing++;
  }
  return standing;
}

/** Where the row that stood at `index` is after the shift; null when it was taken out. */
export function after(shift: Shift, index: number): number | null {
  const { moving, to } = shift;
  const at = moving.indexOf(index);
  if (at >= 0) return to === null ? null : to + at;
  const standing = index - countBelow(moving, index);
  return to !== null && standing >= to ? standing + moving.length : standing;
}

/** The `to` of rows that are let go in the gap above the row that stands at `slot`. */
export function toOfSlot(moving: readonly number[], slot: number): number {
  return slot - countBelow(moving, slot);
}

/** Whether the shift leaves everything where it is. */
export function isStill({ moving, to }: Shift): boolean {
  return to !== null && moving.every((index, at) => index === to + at);
}

/**
 * The place in words of the contract. Next to a neighbour where one is known: that is still right when others have
 * moved rows in the meantime. `idAt` gives the id of the row at an index after the shift.
 */
export function placeOf(shift: Shift & { to: number }, total: number, idAt: (index: number) => string | undefined): Place {
  const { moving, to } = shift;
  if (to === 0) return { to: "top" };
  if (to + moving.length >= total) return { to: "bottom" };
  const next = idAt(to + moving.length);
  if (next) return { to: "before", item: next };
  const previous = idAt(to - 1);
  if (previous) return { to: "after", item: previous };
  return { to: "position", position: to + 1 };
}

function countBelow(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
