import { afterEach, expect, it, vi } from "vitest";
import type { Answer, Board, Card, Name, Task } from "$lib/contract";
import { asking, client } from "$lib/data";
import { useHost } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { arrived, move, moveTask, taskMoved, withTasks } from "./moves";

const column = (id: string, category: "todo" | "inProgress" | "done") => ({ id, name: id, category, wipLimit: null });
const criterion = { criterion: "tested", text: "Tested", met: false, waiver: null };
const task = (id: string, change: object = {}) => ({ id, item: "a", title: id, hours: 2, person: null, state: "todo", column: null, ...change }) as Task;
const card = { id: "a", steps: [task("x"), task("y")], assignees: ["ana"], key: "HBR-1", column: "todo", category: "todo", done: false, resolution: null, columnDays: 3, doneCriteria: [criterion] } as unknown as Card;
const board = {
  sprint: null, definitionOfDone: { id: "d", version: 1, criteria: [] },
  columns: [{ column: column("todo", "todo"), items: [card] }, { column: column("done", "done"), items: [] }],
} as unknown as Board;

const asked: { name: Name; request: unknown }[] = [];
function host(reply: () => unknown) {
  useHost({
    rpc: async (name, request) => {
      asked.push({ name, request });
      const value = name === "board.get" ? board : await reply();
      return { value, action: null, guidance: [] } as unknown as Answer<never>;
    },
    onChanged: () => () => undefined,
  });
}
const columns = () => client.getQueryData<Board>(["board.get", { product: "p" }])!.columns.map(({ items }) => items.map((item) => item.key));

afterEach(() => {
  client.clear();
  asked.length = 0;
  toasts.list = [];
});

it("shows a moved card at once, as Done with what was answered", async () => {
  let answer: () => void = () => undefined;
  host(() => new Promise<void>((done) => (answer = done)));
  await client.fetchQuery(asking("board.get", { product: "p" }));
  const moving = move(board.columns, card, { column: "done", done: { met: ["tested"], waivers: [] } });
  expect(columns()).toEqual([[], ["HBR-1"]]);
  expect(client.getQueryData<Board>(["board.get", { product: "p" }])!.columns[1]!.items[0]).toMatchObject({ done: true, columnDays: 0, doneCriteria: [{ met: true }] });
  await vi.waitFor(() => expect(asked.at(-1)).toEqual({ name: "board.move", request: { item: "a", column: "done", done: { met: ["tested"], waivers: [] } } }));
  answer();
  expect(await moving).toBe(true);
});

it("puts a card back when the move is refused, and says why", async () => {
  host(() => Promise.reject({ code: "wip_limit", message: "Full", hint: "" }));
  await client.fetchQuery(asking("board.get", { product: "p" }));
  expect(await move(board.columns, card, { column: "done" })).toBe(false);
  expect(columns()).toEqual([["HBR-1"], []]);
  expect(toasts.list).toMatchObject([{ tone: "error", code: "wip_limit" }]);
});

it("takes waivers away from what leaves Done, and keeps its ticks", () => {
  const done = { ...card, column: "done", done: true, doneCriteria: [{ ...criterion, met: true }, { ...criterion, criterion: "noted", waiver: { person: null, reason: "No", at: "" } }] } as Card;
  expect(arrived(done, board.columns, { column: "todo" })).toMatchObject({ done: false, resolution: null, doneCriteria: [{ met: true }, { waiver: null }] });
});

it("leaves a card as it is within its column", () => expect(arrived(card, board.columns, { column: "todo" })).toBe(card));

it("gives a card to somebody else in one action with the move, and takes it back when that is refused", async () => {
  host(() => Promise.reject({ code: "wip_limit", message: "Full", hint: "" }));
  await client.fetchQuery(asking("board.get", { product: "p" }));
  expect(arrived(card, board.columns, { column: "todo", assignees: ["ben"] })).toMatchObject({ column: "todo", columnDays: 3, assignees: ["ben"] });
  expect(await move(board.columns, card, { column: "todo", assignees: ["ben"] })).toBe(false);
  expect(asked.filter(({ name }) => name !== "board.get")).toEqual([{ name: "board.move", request: { item: "a", column: "todo", assignees: ["ben"] } }]);
  expect(client.getQueryData<Board>(["board.get", { product: "p" }])!.columns[0]!.items[0]!.assignees).toEqual(["ana"]);
});

it("finishes a task that is moved to Done, with the figures of its card", async () => {
  let answer: () => void = () => undefined;
  host(() => new Promise<void>((done) => (answer = done)));
  await client.fetchQuery(asking("board.get", { product: "p" }));
  const moving = moveTask(board.columns, card.steps[0]!, { column: "done" });
  expect(client.getQueryData<Board>(["board.get", { product: "p" }])!.columns[0]!.items[0]).toMatchObject({ tasks: { count: 2, done: 1, remaining: 2 }, steps: [{ state: "done", column: "done" }, { state: "todo" }] });
  await vi.waitFor(() => expect(asked.at(-1)).toEqual({ name: "board.moveTask", request: { task: "x", column: "done" } }));
  answer();
  expect(await moving).toBe(true);
});

it("orders tasks by the neighbour named, and adds up what is left", () => {
  const steps = [task("x"), task("y"), task("z", { state: "done", hours: 8 })];
  expect(taskMoved(steps, steps[0]!, "inProgress", { column: "doing", after: "y" }).map(({ id }) => id)).toEqual(["y", "x", "z"]);
  expect(taskMoved(steps, steps[2]!, "todo", { column: "todo", before: "x" }).map(({ id }) => id)).toEqual(["z", "x", "y"]);
  expect(withTasks(card, steps).tasks).toEqual({ count: 3, done: 1, remaining: 4 });
});
