import { afterEach, beforeEach, expect, test } from "vitest";
import type { AcceptanceCriterion, ItemDetail, Name } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { Checklist } from "./checklist.svelte";

const row = (id: string, met = false): AcceptanceCriterion => ({ id, text: `About ${id}`, met });
const detail = { id: "item", acceptance: [row("a", true), row("b"), row("c")] } as ItemDetail;
const shown = () => client.getQueryData<ItemDetail>(["item.get", { item: "item" }])!.acceptance;

let asked: { name: Name; request: Record<string, unknown> }[];
let refuse: boolean;
let held: (() => void)[] | null;

beforeEach(() => {
  [asked, refuse, held] = [[], false, null];
  toasts.list = [];
  localStorage.clear();
  client.setQueryData(["item.get", { item: "item" }], detail);
  useHost({
    rpc: async (name, request) => {
      asked.push({ name, request: request as never });
      if (held) await new Promise<void>((resolve) => held!.push(resolve));
      if (refuse) throw { code: "acceptance_criterion", message: "It is too long.", hint: "Shorten it." };
      return { value: { criteria: [] }, action: { id: "a1", label: "Done" }, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});
afterEach(() => client.clear());

/** As its component sees it: the details as they are known now. */
function checklist(): Checklist {
  let list!: Checklist;
  $effect.root(() => {
    list = new Checklist(() => client.getQueryData(["item.get", { item: "item" }]) as ItemDetail);
  });
  return list;
}

test("says how far it is", () => {
  expect(checklist().progress).toBe("1 of 3");
});

test("what is typed is added, and the next can be typed at once", async () => {
  const list = checklist();
  list.typed = " Shows the day ";
  const running = list.add();
  expect(list.typed).toBe("");
  expect(await running).toBe(true);
  expect(await list.add()).toBe(false);
  expect(asked).toEqual([{ name: "acceptance.add", request: { item: "item", texts: ["Shows the day"] } }]);
  // Seen in the list, many times a minute: no toast for each.
  expect(toasts.list).toEqual([]);
});

test("what was typed and not added outlives the panel", () => {
  checklist().typed = "Half a sent";
  expect(checklist().typed).toBe("Half a sent");
});

test("one waits for the other, so that they stand in the order of writing", async () => {
  held = [];
  const list = checklist();
  list.typed = "One";
  const one = list.add();
  list.typed = "Two";
  const two = list.add();
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toHaveLength(1);
  held.shift()!();
  await one;
  await new Promise((resolve) => setTimeout(resolve));
  held.shift()!();
  await two;
  expect(asked.map(({ request }) => request.texts)).toEqual([["One"], ["Two"]]);
});

test("a pasted list is one action; a single line goes on being typed", async () => {
  const list = checklist();
  list.typed = "First:";
  expect(list.paste("just words")).toBe(false);
  expect(list.paste("- [ ] one\n\n2. two\r\n* three")).toBe(true);
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked.map(({ request }) => request.texts)).toEqual([["First: one", "two", "three"]]);
  expect(list.typed).toBe("");
  expect(toasts.list).toHaveLength(1);
});

test("what is refused comes back into the field, with the reason", async () => {
  refuse = true;
  const list = checklist();
  list.typed = "Much too long";
  const running = list.add();
  list.typed = "and the next";
  expect(await running).toBe(false);
  expect([list.typed, list.error?.code]).toEqual(["Much too long and the next", "acceptance_criterion"]);
});

test("a tick, a move and a removal show at once, and go back when refused", async () => {
  const list = checklist();
  held = [];
  const moving = list.move("c", 0);
  expect(shown().map(({ id }) => id)).toEqual(["c", "a", "b"]);
  const ticking = list.tick("b", true);
  expect(shown().map(({ id, met }) => [id, met])).toEqual([["c", false], ["a", true], ["b", true]]);
  const removing = list.remove("a");
  expect(shown().map(({ id }) => id)).toEqual(["c", "b"]);
  held.forEach((go) => go());
  await Promise.all([moving, ticking, removing]);
  held = null;

  client.setQueryData(["item.get", { item: "item" }], detail);
  refuse = true;
  await list.move("c", 0);
  expect(shown()).toEqual(detail.acceptance);
  expect((await list.reword("a", "x"))?.code).toBe("acceptance_criterion");
  expect(shown()).toEqual(detail.acceptance);
});
