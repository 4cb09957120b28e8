import type { Id, Retro, RetroCard } from "$lib/contract";
import { command, type Patch, type Result } from "$lib/data";

type Column = Retro["columns"][number];

function patchColumns(patch: Patch, retro: Id, change: (columns: Column[]) => Column[]): void {
  patch.update("retro.get", (value) => (value.id === retro ? { ...value, columns: change(value.columns) } : value));
}

/** Says nothing on success: cards are written many a minute, and each is plainly seen. */
export function addCard(retro: Id, column: Id, text: string): Promise<Result<RetroCard>> {
  return command("retro.addCard", { retro, column, text }, { quiet: true, ownErrors: true });
}

export function editCard(retro: Id, card: Id, text: string): Promise<Result<RetroCard>> {
  const change = (one: RetroCard) => (one.id === card ? { ...one, text } : one);
  const optimistic = (patch: Patch) => patchColumns(patch, retro, (columns) => columns.map((column) => ({ ...column, cards: column.cards.map(change) })));
  return command("retro.editCard", { card, text }, { ownErrors: true, optimistic });
}

export function moveCard(retro: Id, card: RetroCard, to: Id): Promise<Result<RetroCard>> {
  const optimistic = (patch: Patch) => patchColumns(patch, retro, (columns) => moved(columns, card, to));
  return command("retro.editCard", { card: card.id, column: to }, { optimistic });
}

export function deleteCard(retro: Id, card: Id): Promise<Result<unknown>> {
  const gone = (column: Column) => ({ ...column, cards: column.cards.filter((one) => one.id !== card) });
  return command("retro.deleteCard", { card }, { optimistic: (patch) => patchColumns(patch, retro, (columns) => columns.map(gone)) });
}

/** The columns with a card in another one, at its place there: cards stand in the order in which they were written. */
export function moved(columns: readonly Column[], card: RetroCard, to: Id): Column[] {
  return columns.map((column) => {
    const cards = column.cards.filter((one) => one.id !== card.id);
    if (column.id !== to) return { ...column, cards };
    // Ids begin with the instant of writing, so they say which was first.
    const at = cards.findIndex((one) => one.id > card.id);
    return { ...column, cards: cards.toSpliced(at < 0 ? cards.length : at, 0, { ...card, column: to }) };
  });
}
