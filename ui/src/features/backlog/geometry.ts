/** Where rows stand in the scrolled list. Every row is as high as every other, so a place is a multiplication. */
export const ROW = 36;

/** Rows from `first` up to but not including `end`. */
export type Span = { first: number; end: number };

const OVERSCAN = 8;

/** The rows to draw: those in view and a few on either side, so that a quick scroll does not outrun the drawing. */
export function spanAt(scrollTop: number, height: number, total: number): Span {
  const first = Math.floor(scrollTop / ROW) - OVERSCAN;
  const end = Math.ceil((scrollTop + height) / ROW) + OVERSCAN;
  return { first: clamp(first, 0, Math.max(0, total - 1)), end: clamp(end, 0, total) };
}

/** The rows that are seen, partly seen ones included. */
export function seenAt(scrollTop: number, height: number, total: number): Span {
  return { first: clamp(Math.floor(scrollTop / ROW), 0, total), end: clamp(Math.ceil((scrollTop + height) / ROW), 0, total) };
}

/** Where to scroll so that a row is in view, moving no further than that needs. `inset` is covered at the bottom. */
export function revealing(index: number, scrollTop: number, height: number, inset = 0): number {
  const top = index * ROW;
  const room = Math.max(ROW, height - inset);
  if (top < scrollTop) return top;
  if (top + ROW > scrollTop + room) return top + ROW - room;
  return scrollTop;
}

/** How many rows a page key goes. */
export function pageOf(height: number): number {
  return Math.max(1, Math.floor(height / ROW) - 1);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
