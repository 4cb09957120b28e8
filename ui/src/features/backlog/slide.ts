import type { Id } from "$lib/contract";
import type { Row } from "./optimistic";

/** A row on screen, and how far it goes with the order that comes; null when it is not among that. */
export type Seen = { id: Id; index: number; by: number | null };
export type Places = ReadonlyMap<Id, number>;

/** Where each of some rows stands. */
export function placesOf(rows: readonly Row[], offset: number): Places {
  const places = new Map<Id, number>();
  for (const [at, row] of rows.entries()) if (row) places.set(row.id, offset + at);
  return places;
}

/**
 * How far what is seen has slid in the order. Told by the row with the focus, else by the topmost row, unless that one
 * was itself moved: then it has slid otherwise than its neighbours.
 */
export function slideOf(seen: readonly Seen[], focus: Id | null): number {
  const found = seen.filter((row): row is Seen & { by: number } => row.by !== null);
  const agrees = ({ by }: Seen, at: number) => by === found[at - 1]?.by || by === found[at + 1]?.by;
  const focused = found.findIndex((row) => row.id === focus);
  if (focused >= 0 && agrees(found[focused]!, focused)) return found[focused]!.by;
  return (found.find(agrees) ?? found[0])?.by ?? 0;
}

/** The row nearest to one that is going which stays: the next below, else the next above. */
export function nearestStaying(rows: readonly Row[], offset: number, index: number, going: readonly Id[]): { index: number; id: Id } | null {
  const gone = new Set(going);
  const stays = (row: Row) => row !== undefined && !gone.has(row.id);
  const at = index - offset;
  const below = rows.findIndex((row, other) => other > at && stays(row));
  const found = below >= 0 ? below : rows.findLastIndex((row, other) => other < at && stays(row));
  return found < 0 ? null : { index: offset + found, id: rows[found]!.id };
}
