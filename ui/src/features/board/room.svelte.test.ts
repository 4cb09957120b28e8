import { flushSync } from "svelte";
import { afterEach, expect, it, vi } from "vitest";
import { announcer } from "$lib/announce";
import type { Answer, Board, Card, Changed, Name, Person, Product, RpcError, Task, Workspace } from "$lib/contract";
import { client, followChanges } from "$lib/data";
import { useHost } from "$lib/host";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { BoardRoom } from "./room.svelte";

const product = { id: "p", estimateScale: [1, 2], timeZone: "UTC", members: ["ana", "ben"].map((person) => ({ person, roles: ["developer"] })) } as unknown as Product;
const task = (id: string, state: Task["state"]): Task => ({ id, item: "pier", title: id, hours: 1, person: null, state, column: null });
const criterion = { criterion: "tested", text: "Tested", met: false, waiver: null };
const card = (id: string, change: Partial<Card> = {}): Card =>
  ({ id, key: id, title: id, type: "feature", labels: [], assignees: [], epic: null, blocked: false, blockedBy: [], waiting: false, done: false, estimate: 1, steps: [], tasks: { count: 0, done: 0, remaining: 0 }, doneCriteria: [criterion], columnDays: 0, ...change }) as unknown as Card;

let board: Board;
let refusal: RpcError | null = null;
let asked: { name: Name; request: unknown }[] = [];
let changed: (change: Changed) => void = () => undefined;
let leave: () => void = () => undefined;
let param: string | undefined;

async function open(query: string, items: Card[], doing: Card[] = []): Promise<BoardRoom> {
  const column = (id: string, category: "todo" | "inProgress" | "done", cards: Card[] = []) => ({ column: { id, name: id, category, wipLimit: null }, items: cards.map((one) => ({ ...one, column: id, category })) });
  board = { sprint: null, columns: [column("todo", "todo", items), column("doing", "inProgress", doing), column("done", "done")], order: [...items, ...doing].map(({ id }) => id), definitionOfDone: { id: "d", version: 1, criteria: [] } } as unknown as Board;
  const replies: Partial<Record<Name, () => unknown>> = { "board.get": () => board, "board.stays": () => ({ columns: [], sprints: 0 }), "epic.list": () => ({ epics: [] }), "label.list": () => ({ labels: [] }) };
  useHost({
    rpc: async (name, request) => {
      asked.push({ name, request });
      const value = replies[name]?.();
      if (value === undefined && refusal) throw refusal;
      return { value: value ?? {}, action: value === undefined ? { id: "x", label: "Moved" } : null, guidance: [] } as unknown as Answer<never>;
    },
    onChanged: (tell) => ((changed = tell), () => undefined),
  });
  session.workspace = { id: "w", people: ["ana", "ben"].map((id) => ({ id, name: id, removed: false }) as unknown as Person), products: [product] } as unknown as Workspace;
  router.to({ room: "board", params: [], query }, { replace: true });
  let room!: BoardRoom;
  const [root, stop] = [$effect.root(() => { room = new BoardRoom(() => product, () => param); }), followChanges()];
  leave = () => (root(), stop());
  await vi.waitFor(() => {
    flushSync();
    expect(room.cards.length).toBe(items.length + doing.length);
  });
  asked = [];
  return room;
}

const commands = () => asked.filter(({ name }) => ["board.move", "board.moveTask", "task.edit"].includes(name)).map(({ request }) => request);
const press = (room: BoardRoom, ...keys: string[]) => keys.forEach((key) => (room.keydown(new KeyboardEvent("keydown", { key, cancelable: true })), flushSync()));

afterEach(() => {
  leave();
  client.clear();
  [refusal, asked, toasts.list, param] = [null, [], [], undefined];
  session.workspace = null;
});

it("leaves the panel for the card it showed, although a link led there", async () => {
  param = "deck";
  const room = await open("", [card("pier"), card("deck")]);
  expect([room.opened?.id, room.stop.id]).toEqual(["deck", "pier"]);
  room.leave();
  expect(room.stop.id).toBe("deck");
});

it("moves a card to the neighbours that a filter shows, and changes nothing by showing less", async () => {
  const room = await open("lanes=none&text=pier", [card("pier-1"), card("fare"), card("pier-2"), card("deck"), card("pier-3")]);
  expect(room.seenCards.map(({ id }) => id)).toEqual(["pier-1", "pier-2", "pier-3"]);
  room.point("pier-3");
  room.startLift();
  press(room, "ArrowUp");
  expect(room.shown[0]!.map(({ id }) => id)).toEqual(["pier-1", "pier-3", "pier-2"]);
  press(room, " ");
  await vi.waitFor(() => expect(commands()).toEqual([{ item: "pier-3", column: "todo", before: "pier-2" }]));
  expect(asked.filter(({ name }) => name !== "board.get").length).toBe(1);
});

it("gives a card to somebody by lifting it into their lane, and says so", async () => {
  const room = await open("lanes=people", [card("pier", { assignees: ["ana"] }), card("fare", { assignees: ["ben"] })]);
  expect(room.lanes.map(({ key }) => key)).toEqual(["ana", "ben", "nobody"]);
  room.point("pier");
  room.startLift();
  press(room, "ArrowDown", "ArrowRight");
  expect(announcer.text).toContain("pier, ben, doing, 1 of 1");
  press(room, " ");
  await vi.waitFor(() => expect(commands()).toEqual([{ item: "pier", column: "doing", assignees: ["ben"] }]));
});

it("asks whether an item is Done once its last task is, and leaves it where it is when it is not", async () => {
  const room = await open("lanes=items", [], [card("pier", { steps: [task("map", "done"), task("draw", "inProgress")] })]);
  room.point("draw");
  room.startLift();
  press(room, "ArrowRight", " ");
  await vi.waitFor(() => expect(room.entering?.lastTask).toBe(true));
  expect(commands()).toEqual([{ task: "draw", column: "done", before: "map" }]);
  expect(room.entering?.to).toEqual({ column: "done" });
  room.answer(false);
  expect([room.entering, commands().length]).toEqual([null, 1]);
  expect(announcer.text).toContain("pier stays in doing");
});

it("ticks the last task of a card and goes through the door with the answer", async () => {
  const room = await open("lanes=none", [], [card("pier", { steps: [task("map", "todo")] })]);
  await room.tick(room.cards[0]!.steps[0]!, true);
  await vi.waitFor(() => expect(room.entering?.card.id).toBe("pier"));
  room.entering!.draft.tick("tested", true);
  room.answer(true);
  await vi.waitFor(() => expect(commands().at(-1)).toEqual({ item: "pier", column: "done", done: { met: ["tested"], waivers: [] } }));
});

it("puts back what another window took away while it was in the air, and shows what is", async () => {
  const room = await open("lanes=none", [card("pier"), card("fare")]);
  room.point("pier");
  room.startLift();
  expect(room.lift.active).toBe(true);
  board = { ...board, columns: board.columns.map((column) => ({ ...column, items: column.items.filter(({ id }) => id !== "pier") })) };
  changed({ topics: ["item"] });
  await vi.waitFor(() => {
    flushSync();
    expect(room.lift.active).toBe(false);
  });
  expect([commands(), room.cards.map(({ id }) => id), room.stop.id]).toEqual([[], ["fare"], "fare"]);
});

it("puts a card back that is refused, with the reason, and asks what is so", async () => {
  const room = await open("lanes=none", [card("pier"), card("fare")]);
  refusal = { code: "not_found", message: "There is no such card in that column.", hint: "Look again." };
  room.point("pier");
  room.startLift();
  press(room, "ArrowDown", " ");
  await vi.waitFor(() => expect(toasts.list).toMatchObject([{ tone: "error", code: "not_found" }]));
  await vi.waitFor(() => expect(asked.findLastIndex(({ name }) => name === "board.get")).toBeGreaterThan(asked.findIndex(({ name }) => name === "board.move")));
  flushSync();
  expect(room.lines[0]!.map(({ id }) => id)).toEqual(["pier", "fare"]);
});

it("keeps the lanes for the next time, and in the address with the filter", async () => {
  const room = await open("lanes=none", [card("pier")]);
  room.looking.toggleBlocked();
  room.looking.nextCut();
  expect(router.query).toBe("lanes=items&blocked=yes");
  router.to({ room: "board", params: [], query: "" }, { replace: true });
  flushSync();
  expect([room.cut, room.looking.isFiltered]).toEqual(["items", false]);
});
