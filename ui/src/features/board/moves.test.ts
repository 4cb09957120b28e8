import { afterEach, expect, it, vi } from "vitest";
import type { Answer, Board, Card, Name } from "$lib/contract";
import { asking, client } from "$lib/data";
import { useHost } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { arrived, move } from "./moves";

const column = (id: string, category: "todo" | "inProgress" | "done") => ({ id, name: id, category, wipLimit: null });
const criterion = { criterion: "tested", text: "Tested", met: false, waiver: null };
const card = { id: "a", key: "HBR-1", column: "todo", category: "todo", done: false, resolution: null, columnDays: 3, doneCriteria: [criterion] } as unknown as Card;
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
  const moving = move(board.columns, card, { line: 1, index: 0 }, { met: ["tested"], waivers: [] });
  expect(columns()).toEqual([[], ["HBR-1"]]);
  expect(client.getQueryData<Board>(["board.get", { product: "p" }])!.columns[1]!.items[0]).toMatchObject({ done: true, columnDays: 0, doneCriteria: [{ met: true }] });
  await vi.waitFor(() => expect(asked.at(-1)).toEqual({ name: "board.move", request: { item: "a", column: "done", done: { met: ["tested"], waivers: [] } } }));
  answer();
  expect(await moving).toBe(true);
});

it("puts a card back when the move is refused, and says why", async () => {
  host(() => Promise.reject({ code: "wip_limit", message: "Full", hint: "" }));
  await client.fetchQuery(asking("board.get", { product: "p" }));
  expect(await move(board.columns, card, { line: 1, index: 0 })).toBe(false);
  expect(columns()).toEqual([["HBR-1"], []]);
  expect(toasts.list).toMatchObject([{ tone: "error", code: "wip_limit" }]);
});

it("takes waivers away from what leaves Done, and keeps its ticks", () => {
  const done = { ...card, column: "done", done: true, doneCriteria: [{ ...criterion, met: true }, { ...criterion, criterion: "noted", waiver: { person: null, reason: "No", at: "" } }] } as Card;
  expect(arrived(done, board.columns, { line: 0, index: 0 })).toMatchObject({ done: false, resolution: null, doneCriteria: [{ met: true }, { waiver: null }] });
});

it("leaves a card as it is within its column", () => expect(arrived(card, board.columns, { line: 0, index: 0 })).toBe(card));
