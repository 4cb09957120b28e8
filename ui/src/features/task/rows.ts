import type { Id, Task } from "$lib/contract";

export function moved(rows: readonly Task[], id: Id, to: number): Task[] {
  const rest = rows.filter((row) => row.id !== id);
  rest.splice(to, 0, ...rows.filter((row) => row.id === id));
  return rest;
}

/** What the tasks of each item come to: how many, how many finished, hours left. */
export function byItem(tasks: readonly Task[]): Map<Id, { count: number; done: number; remaining: number }> {
  const sums = new Map<Id, { count: number; done: number; remaining: number }>();
  for (const { item, state, hours } of tasks) {
    const sum = sums.get(item) ?? { count: 0, done: 0, remaining: 0 };
    const done = state === "done";
    sums.set(item, { count: sum.count + 1, done: sum.done + (done ? 1 : 0), remaining: Math.round((sum.remaining + (done ? 0 : (hours ?? 0))) * 100) / 100 });
  }
  return sums;
}
