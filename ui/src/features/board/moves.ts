import type { BoardColumn, Card, DoneAnswer, Id } from "$lib/contract";
import { command, type Patch, type Result } from "$lib/data";
import type { Spot } from "$lib/drag";
import { session } from "$lib/session.svelte";
import { neighbour, placed } from "./grid";

/** Moves a card. It stands there at once, and goes back with the reason when that is refused. */
export async function move(columns: readonly BoardColumn[], card: Card, to: Spot, done?: DoneAnswer): Promise<boolean> {
  const column = columns[to.line]?.column;
  if (!column) return false;
  const request = { item: card.id, column: column.id, ...neighbour(columns, card.id, to), ...(done && { done }) };
  const result = await command("board.move", request, {
    optimistic: (patch) => patch.update("board.get", (board) => ({ ...board, columns: placed(board.columns, arrived(card, columns, to, done), to) })),
  });
  return result.ok;
}

/** The card as it will be told once it has arrived. */
export function arrived(card: Card, columns: readonly BoardColumn[], to: Spot, done?: DoneAnswer): Card {
  const column = columns[to.line]!.column;
  if (card.column === column.id) return card;
  const isDone = column.category === "done";
  return {
    ...card, column: column.id, category: column.category, done: isDone, resolution: isDone ? "done" : null, columnSince: new Date().toISOString(), columnDays: 0,
    doneCriteria: card.doneCriteria.map((criterion) => {
      const waiver = done?.waivers.find((waiver) => waiver.criterion === criterion.criterion);
      const given = waiver ? { person: session.actingAs, reason: waiver.reason, at: new Date().toISOString() } : isDone ? criterion.waiver : null;
      return { ...criterion, met: criterion.met || Boolean(done?.met.includes(criterion.criterion)), waiver: given };
    }),
  };
}

/** Takes cards off the board at once; for what goes back to the backlog or is cancelled. */
function without(patch: Patch, ids: readonly Id[]): void {
  patch.update("board.get", (board) => ({
    ...board, columns: board.columns.map((column) => ({ ...column, items: column.items.filter((card) => !ids.includes(card.id)) })),
  }));
}

export async function giveBack(ids: readonly Id[]): Promise<boolean> {
  const result = await command("sprint.giveBack", { items: [...ids] }, { optimistic: (patch) => without(patch, ids) });
  return result.ok;
}

export function cancel(id: Id, reason: string): Promise<Result<unknown>> {
  return command("item.cancel", { items: [id], reason }, { ownErrors: true, optimistic: (patch) => without(patch, [id]) });
}

export async function untick(item: Id, criterion: Id): Promise<void> {
  await command("board.tick", { item, criterion, met: false }, {
    quiet: true,
    optimistic: (patch) =>
      patch.update("board.get", (board) => ({
        ...board,
        columns: board.columns.map((column) => ({
          ...column,
          items: column.items.map((card) =>
            card.id !== item ? card : { ...card, doneCriteria: card.doneCriteria.map((other) => (other.criterion === criterion ? { ...other, met: false } : other)) },
          ),
        })),
      })),
  });
}
