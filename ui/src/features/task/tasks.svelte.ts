import type { EditTask, Id, RpcError, Task, TaskState } from "$lib/contract";
import { command, query, type Patch } from "$lib/data";
import { parseFigure } from "$lib/figure";
import { moved } from "./rows";

/** The tasks of an item: steps on its way to Done, in an order of their own. */
export class TaskList {
  /** What is being written for a new one. */
  title = $state("");
  hours = $state("");
  /** Who gets the next one; stays from one to the next. */
  person = $state<Id | null>(null);
  error = $state.raw<RpcError | null>(null);
  #item: () => Id;
  #answer;
  /** What was added is on its way: the next waits for it, so that they stand in the order of writing. */
  #last: Promise<unknown> = Promise.resolve();

  /** While there is no item, an empty id stands for it. */
  constructor(item: () => Id) {
    this.#item = item;
    this.#answer = query("task.list", () => (item() ? { item: item() } : null));
  }

  get item(): Id {
    return this.#item();
  }

  ready = $derived.by(() => this.#answer.data !== undefined);
  rows: Task[] = $derived.by(() => this.#answer.data?.tasks ?? []);
  remaining = $derived.by(() => this.#answer.data?.remaining ?? 0);
  done = $derived(this.rows.filter(({ state }) => state === "done").length);

  /** Adds what is written and leaves the field to the next. */
  async add(): Promise<boolean> {
    const hours = parseFigure(this.hours);
    if (hours === "unreadable") {
      this.error = { code: "unreadable", message: "The hours are no number.", hint: "Half an hour is 0.5." };
      return false;
    }
    const [title, typed] = [this.title, this.hours];
    if (title.trim() === "") return false;
    this.title = this.hours = "";
    this.error = null;
    const request = { item: this.#item(), title, ...(hours !== null && { hours }), ...(this.person && { person: this.person }) };
    const running = this.#last.then(() => command("task.add", request, { quiet: true, ownErrors: true }));
    this.#last = running;
    const result = await running;
    if (!result.ok) {
      this.error = result.error;
      // What was written since stays; what was refused comes back where nothing was.
      if (this.title === "") [this.title, this.hours] = [title, typed];
    }
    return result.ok;
  }

  /** Answers why not, when it cannot. */
  async edit(task: Id, change: Omit<EditTask, "task">): Promise<RpcError | null> {
    const result = await command("task.edit", { task, ...change }, { ownErrors: true, optimistic: (patch) => this.#patch(patch, (rows) => rows.map((row) => (row.id === task ? { ...row, ...change } : row))) });
    return result.ok ? null : result.error;
  }

  async set(task: Id, state: TaskState): Promise<void> {
    await command("task.edit", { task, state }, { quiet: true, optimistic: (patch) => this.#patch(patch, (rows) => rows.map((row) => (row.id === task ? { ...row, state } : row))) });
  }

  async give(task: Id, person: Id | null): Promise<void> {
    await command("task.edit", { task, person }, { optimistic: (patch) => this.#patch(patch, (rows) => rows.map((row) => (row.id === task ? { ...row, person } : row))) });
  }

  async move(task: Id, to: number): Promise<void> {
    await command("task.move", { task, to }, { optimistic: (patch) => this.#patch(patch, (rows) => moved(rows, task, to)) });
  }

  async remove(task: Id): Promise<void> {
    await command("task.delete", { task }, { optimistic: (patch) => this.#patch(patch, (rows) => rows.filter((row) => row.id !== task)) });
  }

  #patch(patch: Patch, change: (rows: Task[]) => Task[]): void {
    const item = this.#item();
    patch.update("task.list", (value, request) => (request.item === item ? { ...value, tasks: change(value.tasks) } : value));
  }
}
