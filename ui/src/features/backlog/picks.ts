import type { Id } from "$lib/contract";

/** An item as far as a selection must know it, whether its row is loaded or not. */
export type Picked = { id: Id; estimate: number | null };
/** Selected items with their estimates. Never changed, always made anew. */
export type Picks = ReadonlyMap<Id, number | null>;

export const NO_PICKS: Picks = new Map();

export function picksOf(rows: Iterable<Picked>, onto: Picks = NO_PICKS): Picks {
  const picks = new Map(onto);
  for (const { id, estimate } of rows) picks.set(id, estimate);
  return picks;
}

export function toggled(picks: Picks, { id, estimate }: Picked): Picks {
  const next = new Map(picks);
  if (!next.delete(id)) next.set(id, estimate);
  return next;
}

export function without(picks: Picks, ids: Iterable<Id>): Picks {
  const next = new Map(picks);
  for (const id of ids) next.delete(id);
  return next;
}

/** The same selection as it stands now: estimates as they are, and of `all` there is, only what is still there. */
export function refreshed(picks: Picks, rows: Iterable<Picked>, all: boolean): Picks {
  const next = new Map(all ? NO_PICKS : picks);
  for (const { id, estimate } of rows) if (picks.has(id)) next.set(id, estimate);
  return next;
}
