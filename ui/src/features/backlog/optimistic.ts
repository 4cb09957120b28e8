import type { Backlog, BacklogWindow, Id, ItemRow } from "$lib/contract";
import type { Patch } from "$lib/data";
import { before, firstRank, reranked, ranksOf, type RankAt, type Shift } from "./order";

/** A row, or the place of one that is not known yet. */
export type Row = ItemRow | undefined;

/** What is known of the list when rows are moved ahead of the host's answer. */
export type Known = {
  request: BacklogWindow;
  total: number;
  /** The row at an index before the shift. */
  at: (index: number) => Row;
  /** Its rank in the whole backlog. */
  rankAt: RankAt;
};

/** A shift, and where that is not what the neighbours say, the rank that the first of the rows gets. */
export type Move = Shift & { first?: number };

/**
 * Shifts rows in every known window of the list. A window that would get a row which nobody knows keeps its old
 * order until it is asked again, except the one on screen: it shows an empty row there for that moment.
 */
export function shiftRows(patch: Patch, move: Move, known: Known): void {
  patch.update("backlog.window", (value, request) => {
    if (!sameList(request, known.request)) return value;
    return shifted(value, request, move, known, request.offset === known.request.offset && request.limit === known.request.limit);
  });
}

/** Whether two windows are of the same list: places in one mean nothing in another. */
function sameList(one: BacklogWindow, other: BacklogWindow): boolean {
  return one.product === other.product && JSON.stringify([one.filter, one.sort]) === JSON.stringify([other.filter, other.sort]);
}

export function shifted(value: Backlog, request: BacklogWindow, move: Move, known: Known, holes: boolean): Backlog {
  const gone = move.to === null ? move.moving.map((index) => known.at(index)) : [];
  const total = known.total - gone.length;
  const end = Math.min(request.offset + request.limit, total);
  const rerank = reranking(move, known);
  const rows: Row[] = [];
  for (let index = request.offset; index < end; index++) {
    const old = before(move, index);
    const row = value.rows[old - request.offset] ?? known.at(old);
    rows.push(row && { ...row, position: row.position === null ? null : rerank(row.position) });
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

/** How the ranks change; not at all where too little is known to say. */
function reranking({ moving, to, first }: Move, { total, rankAt }: Known): (rank: number) => number {
  const ranks = ranksOf(moving, rankAt);
  const begin = to === null ? null : (first ?? firstRank({ moving, to }, total, rankAt));
  return ranks && (to === null || begin !== null) ? reranked(ranks, begin) : (rank) => rank;
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
