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
 * moved rows in the meantime. `idAt` gives the id of the row at an index after the shift. Where rows are left out, the
 * ends of what is shown are not those of the backlog: there it is the neighbour that counts, and without one there is
 * no saying where.
 */
export function placeOf(shift: Shift & { to: number }, total: number, idAt: (index: number) => string | undefined, whole = true): Place | null {
  const { moving, to } = shift;
  if (whole && to === 0) return { to: "top" };
  if (whole && to + moving.length >= total) return { to: "bottom" };
  const next = idAt(to + moving.length);
  if (next) return { to: "before", item: next };
  const previous = idAt(to - 1);
  if (previous) return { to: "after", item: previous };
  return whole ? { to: "position", position: to + 1 } : null;
}

/** The rank at an index of what is shown, from 1; null where it is not known or there is none. */
export type RankAt = (index: number) => number | null;

/** The rank in the whole backlog that the first of the moved rows gets, as its neighbours in what is shown say; null when they do not. */
export function firstRank({ moving, to }: Shift & { to: number }, total: number, rankAt: RankAt): number | null {
  const ranks = ranksOf(moving, rankAt);
  if (!ranks) return null;
  const shift = { moving, to };
  const below = to + moving.length < total ? rankAt(before(shift, to + moving.length)) : null;
  if (below !== null) return below - countBelow(ranks, below);
  const above = to > 0 ? rankAt(before(shift, to - 1)) : null;
  return above === null ? null : above + 1 - countBelow(ranks, above);
}

/**
 * How ranks in the whole backlog change when rows of these ranks, ascending, are put so that the first has the rank
 * `first`; without it, when they are taken out.
 */
export function reranked(moving: readonly number[], first: number | null): (rank: number) => number {
  const shift = { moving: moving.map((rank) => rank - 1), to: first === null ? null : first - 1 };
  return (rank) => (after(shift, rank - 1) ?? rank - 1) + 1;
}

/** The ranks at these indexes; null unless every one is known. */
export function ranksOf(indexes: readonly number[], rankAt: RankAt): number[] | null {
  const ranks = indexes.map(rankAt);
  return ranks.includes(null) ? null : (ranks as number[]);
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
