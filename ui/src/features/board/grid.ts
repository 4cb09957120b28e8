import type { BoardColumn, Card, Id, MoveCard } from "$lib/contract";
import type { Spot } from "$lib/drag";

type One = { id: Id };
/** Things in lines: the cells of a board, lane by lane, each lane's columns from left to right. */
export type Lines<T> = readonly (readonly T[])[];

/** Where a thing stands: in which line, how far down. Among several lines that show it, the one that is asked for. */
export function spotOf(lines: Lines<One>, id: Id, preferred?: (line: number) => boolean): Spot | null {
  let found: Spot | null = null;
  for (const [line, things] of lines.entries()) {
    const index = things.findIndex((thing) => thing.id === id);
    if (index < 0) continue;
    if (!preferred || preferred(line)) return { line, index };
    found ??= { line, index };
  }
  return found;
}

/** The lines with a thing taken from one place and put into another. */
export function placed<T extends One>(lines: Lines<T>, thing: T, from: number, to: Spot): T[][] {
  return lines.map((line, at) => {
    const things = at === from || at === to.line ? line.filter((other) => other.id !== thing.id) : [...line];
    if (at === to.line) things.splice(to.index, 0, thing);
    return things;
  });
}

/** The neighbour that says a place to the contract: one that is seen. None is needed where nothing else stands. */
export function neighbour(line: readonly One[], id: Id, index: number): Pick<MoveCard, "before" | "after"> {
  const others = line.filter((other) => other.id !== id);
  const below = others[index];
  const above = index > 0 ? others.at(index - 1) : undefined;
  return below ? { before: below.id } : above ? { after: above.id } : {};
}

/** The whole board with a card in another column, beside the neighbour that was named, or last. */
export function moved(columns: readonly BoardColumn[], card: Card, to: Pick<MoveCard, "column" | "before" | "after">): BoardColumn[] {
  return columns.map((column) => {
    const was = column.items.findIndex((other) => other.id === card.id);
    const items = column.items.filter((other) => other.id !== card.id);
    if (column.column.id !== to.column) return { ...column, items };
    const before = items.findIndex((other) => other.id === to.before);
    const after = items.findIndex((other) => other.id === to.after);
    const at = before >= 0 ? before : after >= 0 ? after + 1 : was >= 0 ? was : items.length;
    items.splice(at, 0, card);
    return { ...column, items };
  });
}

/** All cards in reading order, for going through them one by one. */
export function inOrder(columns: readonly BoardColumn[]): Card[] {
  return columns.flatMap((column) => column.items);
}
