import { expect, it } from "vitest";
import type { Task } from "$lib/contract";
import { byItem, moved } from "./rows";

const task = (id: string, change: Partial<Task> = {}): Task => ({ id, item: "pier", title: id, hours: null, person: null, state: "todo", column: null, ...change });

it("sums what is left by item", () => {
  const sums = byItem([task("a", { hours: 0.1 }), task("b", { hours: 0.2, state: "inProgress" }), task("c", { hours: 9, state: "done" }), task("d", { item: "fare" })]);
  expect(sums.get("pier")).toEqual({ count: 3, done: 1, remaining: 0.3 });
  expect(sums.get("fare")).toEqual({ count: 1, done: 0, remaining: 0 });
  expect(sums.get("deck")).toBeUndefined();
});

it("moves a task to a row", () => {
  const rows = ["a", "b", "c"].map((id) => task(id));
  const order = (id: string, to: number) => moved(rows, id, to).map((row) => row.id).join("");
  expect([order("c", 0), order("a", 2), order("b", 1)]).toEqual(["cab", "bca", "abc"]);
});
