import type { BoardColumn, Card, Id, MoveCard, MoveTaskCard, Task, TaskState } from "$lib/contract";
import { clock } from "$lib/clock.svelte";
import { command, type Patch, type Result } from "$lib/data";
import { session } from "$lib/session.svelte";
import { moved } from "./grid";

export type CardMove = Pick<MoveCard, "column" | "before" | "after" | "assignees" | "done">;

/** Moves a card. It stands there at once, and goes back with the reason when that is refused. */
export async function move(columns: readonly BoardColumn[], card: Card, to: CardMove): Promise<boolean> {
  const request = { item: card.id, ...to };
  const result = await command("board.move", request, {
    optimistic: (patch) => patch.update("board.get", (board) => ({ ...board, columns: moved(board.columns, arrived(card, columns, to), to) })),
  });
  return result.ok;
}

/** The card as it will be told once it has arrived. */
export function arrived(card: Card, columns: readonly BoardColumn[], { column: to, done, assignees = card.assignees }: CardMove): Card {
  const column = columns.find((one) => one.column.id === to)?.column;
  if (!column || card.column === column.id) return assignees === card.assignees ? card : { ...card, assignees };
  const isDone = column.category === "done";
  return {
    ...card, assignees, column: column.id, category: column.category, done: isDone, resolution: isDone ? "done" : null, columnSince: clock.now().toISOString(), columnDays: 0,
    doneCriteria: card.doneCriteria.map((criterion) => {
      const waiver = done?.waivers.find((waiver) => waiver.criterion === criterion.criterion);
      const given = waiver ? { person: session.actingAs, reason: waiver.reason, at: clock.now().toISOString() } : isDone ? criterion.waiver : null;
      return { ...criterion, met: criterion.met || Boolean(done?.met.includes(criterion.criterion)), waiver: given };
    }),
  };
}

function patchCards(patch: Patch, change: (card: Card) => Card): void {
  patch.update("board.get", (board) => ({ ...board, columns: board.columns.map((column) => ({ ...column, items: column.items.map(change) })) }));
}

/** The card with other tasks, and the figures of them. */
export function withTasks(card: Card, steps: Task[]): Card {
  const open = steps.filter(({ state }) => state !== "done");
  const remaining = Math.round(open.reduce((sum, { hours }) => sum + (hours ?? 0), 0) * 100) / 100;
  return { ...card, steps, tasks: { count: steps.length, done: steps.length - open.length, remaining } };
}

function patchTask(patch: Patch, id: Id, change: (task: Task) => Task | null): void {
  patchCards(patch, (card) => (card.steps.some((task) => task.id === id) ? withTasks(card, card.steps.flatMap((task) => (task.id === id ? (change(task) ?? []) : [task]))) : card));
}

/** The tasks of an item with one of them in a column, beside the neighbour that was named, or where it is. */
export function taskMoved(steps: readonly Task[], task: Task, state: TaskState, to: Omit<MoveTaskCard, "task">): Task[] {
  const others = steps.filter(({ id }) => id !== task.id);
  const before = others.findIndex(({ id }) => id === to.before);
  const after = others.findIndex(({ id }) => id === to.after);
  const at = before >= 0 ? before : after >= 0 ? after + 1 : steps.findIndex(({ id }) => id === task.id);
  return others.toSpliced(at, 0, { ...task, state, column: to.column });
}

export async function moveTask(columns: readonly BoardColumn[], task: Task, to: Omit<MoveTaskCard, "task">): Promise<boolean> {
  const state = columns.find(({ column }) => column.id === to.column)?.column.category ?? task.state;
  const result = await command("board.moveTask", { task: task.id, ...to }, {
    optimistic: (patch) => patchCards(patch, (card) => (card.id === task.item ? withTasks(card, taskMoved(card.steps, task, state, to)) : card)),
  });
  return result.ok;
}

export async function tickTask(task: Task, done: boolean): Promise<boolean> {
  const state = done ? "done" : "todo";
  const result = await command("task.edit", { task: task.id, state }, { optimistic: (patch) => patchTask(patch, task.id, (one) => ({ ...one, state, column: null })) });
  return result.ok;
}

export async function giveTask(task: Task, person: Id | null): Promise<boolean> {
  const result = await command("task.edit", { task: task.id, person }, { optimistic: (patch) => patchTask(patch, task.id, (one) => ({ ...one, person })) });
  return result.ok;
}

export async function addTask(item: Id, title: string): Promise<Result<Task>> {
  return command("task.add", { item, title }, { ownErrors: true });
}

export async function deleteTask(task: Task): Promise<boolean> {
  const result = await command("task.delete", { task: task.id }, { optimistic: (patch) => patchTask(patch, task.id, () => null) });
  return result.ok;
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
      patchCards(patch, (card) =>
        card.id !== item ? card : { ...card, doneCriteria: card.doneCriteria.map((other) => (other.criterion === criterion ? { ...other, met: false } : other)) },
      ),
  });
}
