/** Where rows stand in the scrolled list. Every row is as high as every other; between some of them lies a line. */
export const ROW = 36;
/** The height of a line between rows. */
export const LINE = 28;

/** Rows from `first` up to but not including `end`. */
export type Span = { first: number; end: number };
/** Where lines lie: how many rows stand above each, ascending. */
export type Lines = readonly number[];

const OVERSCAN = 8;

/** Where a row begins; for the number of rows, where the list ends. */
export function topOf(index: number, lines: Lines = []): number {
  return index * ROW + LINE * lines.filter((above) => above <= index).length;
}

/** The row at a height, as a fraction: 2.5 is the middle of the third. A line counts as the end of the row above it. */
function rowAt(y: number, lines: Lines): number {
  let taken = 0;
  for (const above of lines) {
    const top = above * ROW + taken;
    if (y < top) break;
    if (y < top + LINE) return above;
    taken += LINE;
  }
  return (y - taken) / ROW;
}

/** The rows to draw: those in view and a few on either side, so that a quick scroll does not outrun the drawing. */
export function spanAt(scrollTop: number, height: number, total: number, lines: Lines = []): Span {
  const first = Math.floor(rowAt(scrollTop, lines)) - OVERSCAN;
  const end = Math.ceil(rowAt(scrollTop + height, lines)) + OVERSCAN;
  return { first: clamp(first, 0, Math.max(0, total - 1)), end: clamp(end, 0, total) };
}

/** The rows that are seen, partly seen ones included. */
export function seenAt(scrollTop: number, height: number, total: number, lines: Lines = []): Span {
  return { first: clamp(Math.floor(rowAt(scrollTop, lines)), 0, total), end: clamp(Math.ceil(rowAt(scrollTop + height, lines)), 0, total) };
}

/** Where to scroll so that a row is in view, moving no further than that needs. `inset` is covered at the bottom. */
export function revealing(index: number, scrollTop: number, height: number, inset = 0, lines: Lines = []): number {
  const top = topOf(index, lines);
  const room = Math.max(ROW, height - inset);
  // The top of the list is the top of whatever lies above its first row.
  if (top < scrollTop) return index === 0 ? 0 : top;
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
