import { flushSync } from "svelte";
import { afterEach, expect, it } from "vitest";
import type { ItemRow } from "$lib/contract";
import { SprintList } from "./sprint-list.svelte";

let stop: () => void = () => undefined;
afterEach(() => stop());

const row = (id: string, estimate: number | null = 3) => ({ id, key: id, estimate }) as ItemRow;

/** A list of rows that can be changed under it. */
function list(...ids: string[]) {
  let rows = $state.raw(ids.map((id) => row(id)));
  let made!: SprintList;
  stop = $effect.root(() => {
    made = new SprintList(() => rows);
  });
  flushSync();
  return { list: made, become: (...next: string[]) => ((rows = next.map((id) => row(id))), flushSync()) };
}

it("steps, and stops at the ends", () => {
  const { list: made } = list("a", "b", "c");
  made.step(1);
  expect(made.current?.id).toBe("b");
  made.step(5);
  expect(made.cursor).toBe(2);
  made.step(-9);
  expect(made.cursor).toBe(0);
});

it("keeps the focus on its item, and on the place when that has gone", () => {
  const { list: made, become } = list("a", "b", "c");
  made.go(1);
  become("x", "a", "b", "c");
  expect([made.cursor, made.current?.id]).toEqual([2, "b"]);
  become("x", "a");
  expect([made.cursor, made.current?.id]).toEqual([1, "a"]);
  become();
  expect(made.current).toBeNull();
});

it("leaves what is about to go for the next that stays", () => {
  const { list: made } = list("a", "b", "c", "d");
  made.go(1);
  made.leave(["b", "c"]);
  expect(made.current?.id).toBe("d");
  made.leave(["d"]);
  expect(made.current?.id).toBe("c");
});

it("selects a stretch as far as it is extended, and forgets what has gone", () => {
  const { list: made, become } = list("a", "b", "c", "d");
  made.go(1);
  made.extend(3);
  expect(made.selection.ids).toEqual(["b", "c", "d"]);
  made.extend(2);
  expect(made.selection.ids).toEqual(["b", "c"]);
  expect(made.subjects(row("c"))).toEqual(["b", "c"]);
  expect(made.subjects(row("a"))).toEqual(["a"]);
  become("a", "c");
  expect(made.selection.ids).toEqual(["c"]);
});
