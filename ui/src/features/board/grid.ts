import type { BoardColumn, Card, Id, MoveCard } from "$lib/contract";
import type { Spot } from "$lib/drag";

/** Where a card stands: which column, how far down. */
export function spotOf(columns: readonly BoardColumn[], card: Id): Spot | null {
  for (const [line, column] of columns.entries()) {
    const index = column.items.findIndex((item) => item.id === card);
    if (index >= 0) return { line, index };
  }
  return null;
}

/** The board with a card at another place. */
export function placed(columns: readonly BoardColumn[], card: Card, to: Spot): BoardColumn[] {
  return columns.map((column, line) => {
    const items = column.items.filter((item) => item.id !== card.id);
    if (line === to.line) items.splice(to.index, 0, card);
    return { ...column, items };
  });
}

/** The neighbour that says a place to the contract; none is needed at the end of a column. */
export function neighbour(columns: readonly BoardColumn[], card: Id, to: Spot): Pick<MoveCard, "before" | "after"> {
  const others = (columns[to.line]?.items ?? []).filter((item) => item.id !== card);
  const below = others[to.index];
  const above = others.at(to.index - 1);
  return below ? { before: below.id } : above && to.index > 0 ? { after: above.id } : {};
}

/** Where the arrows lead from a card. Columns without cards are passed over. */
export function step(columns: readonly BoardColumn[], from: Spot, key: string): Spot {
  const last = (line: number) => columns[line]!.items.length - 1;
  switch (key) {
    case "ArrowUp":
      return { ...from, index: Math.max(0, from.index - 1) };
    case "ArrowDown":
      return { ...from, index: Math.min(last(from.line), from.index + 1) };
    case "Home":
      return { ...from, index: 0 };
    case "End":
      return { ...from, index: last(from.line) };
    default: {
      const delta = key === "ArrowLeft" ? -1 : 1;
      for (let line = from.line + delta; line >= 0 && line < columns.length; line += delta) {
        if (last(line) >= 0) return { line, index: Math.min(from.index, last(line)) };
      }
      return from;
    }
  }
}

/** All cards in reading order, for going through them one by one. */
export function inOrder(columns: readonly BoardColumn[]): Card[] {
  return columns.flatMap((column) => column.items);
}
