import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Name, Task } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { TaskList } from "./tasks.svelte";

const task = (id: string, change: Partial<Task> = {}): Task => ({ id, item: "pier", title: id, hours: 2, person: null, state: "todo", column: null, ...change });
let asked: { name: Name; request: Record<string, unknown> }[];
let refuse: boolean;
let tasks: Task[];
let stop = () => {};

beforeEach(() => {
  [asked, refuse, tasks] = [[], false, [task("a"), task("b", { state: "done" })]];
  useHost({
    rpc: async (name, request) => {
      if (name === "task.list") return { value: { tasks, remaining: 2 }, action: null, guidance: [] } as never;
      asked.push({ name, request: request as never });
      if (refuse) throw { code: "task_hours_range", message: "Remaining hours are a number from 0 to 999; 1000 is not.", hint: "Give fewer." };
      return { value: {}, action: { id: "act", label: "Done" }, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});
afterEach(() => {
  stop();
  client.clear();
});

async function list(): Promise<TaskList> {
  let made!: TaskList;
  stop = $effect.root(() => {
    made = new TaskList(() => "pier");
  });
  flushSync();
  while (!made.ready) await new Promise((resolve) => setTimeout(resolve, 1));
  return made;
}

it("adds one after the other, in the order of writing, for the same person", async () => {
  const made = await list();
  made.person = "bo";
  [made.title, made.hours] = ["Draw it", "1,5"];
  const first = made.add();
  expect([made.title, made.hours]).toEqual(["", ""]);
  made.title = "Build it";
  expect(await Promise.all([first, made.add()])).toEqual([true, true]);
  expect(asked.map(({ request }) => request)).toEqual([
    { item: "pier", title: "Draw it", hours: 1.5, person: "bo" },
    { item: "pier", title: "Build it", person: "bo" },
  ]);
  made.title = " ";
  expect(await made.add()).toBe(false);
});

it("keeps what was refused, and says why", async () => {
  const made = await list();
  refuse = true;
  [made.title, made.hours] = ["Draw it", "1000"];
  expect(await made.add()).toBe(false);
  expect([made.title, made.hours, made.error?.code]).toEqual(["Draw it", "1000", "task_hours_range"]);
  made.hours = "soon";
  expect(await made.add()).toBe(false);
  expect(made.error?.code).toBe("unreadable");
  expect(asked).toHaveLength(1);
});

it("shows a tick at once, and takes it back when it is refused", async () => {
  const made = await list();
  expect(made.done).toBe(1);
  refuse = true;
  const running = made.set("a", "done");
  expect(made.rows.map(({ state }) => state)).toEqual(["done", "done"]);
  await running;
  expect(made.rows.map(({ state }) => state)).toEqual(["todo", "done"]);
});
