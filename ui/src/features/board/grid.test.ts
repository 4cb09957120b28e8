import { describe, expect, it } from "vitest";
import type { BoardColumn, Card } from "$lib/contract";
import { inOrder, neighbour, placed, spotOf, step } from "./grid";

const card = (id: string) => ({ id }) as Card;
/** A board of these columns, told as "abc d - ef": a word a column, a letter a card. */
const board = (text: string): BoardColumn[] =>
  text.split(" ").map((cards, at) => ({ column: { id: `c${at}`, name: "", category: "todo", wipLimit: null }, items: cards === "-" ? [] : [...cards].map(card) }));
const told = (columns: readonly BoardColumn[]) => columns.map((column) => column.items.map((item) => item.id).join("") || "-").join(" ");

describe("a card at another place", () => {
  it.each([
    ["abc d", "b", { line: 0, index: 0 }, "bac d"],
    ["abc d", "a", { line: 0, index: 2 }, "bca d"],
    ["abc d", "b", { line: 1, index: 0 }, "ac bd"],
    ["abc d", "b", { line: 1, index: 1 }, "ac db"],
    ["a -", "a", { line: 1, index: 0 }, "- a"],
  ])("%s: %s to %j is %s", (text, id, to, expected) => expect(told(placed(board(text), card(id), to))).toBe(expected));

  it.each([
    ["abc d", "b", { line: 0, index: 0 }, { before: "a" }],
    ["abc d", "a", { line: 0, index: 2 }, { after: "c" }],
    ["abc d", "a", { line: 0, index: 1 }, { before: "c" }],
    ["abc d", "b", { line: 1, index: 1 }, { after: "d" }],
    ["a -", "a", { line: 1, index: 0 }, {}],
  ])("%s: %s to %j is named by %j", (text, id, to, expected) => expect(neighbour(board(text), id, to)).toEqual(expected));
});

describe("the arrows", () => {
  const columns = board("abc - d ef");
  it.each([
    ["a", "ArrowDown", "b"],
    ["a", "ArrowUp", "a"],
    ["c", "ArrowDown", "c"],
    ["c", "ArrowRight", "d"],
    ["d", "ArrowRight", "e"],
    ["f", "ArrowLeft", "d"],
    ["d", "ArrowLeft", "a"],
    ["a", "ArrowLeft", "a"],
    ["b", "Home", "a"],
    ["b", "End", "c"],
  ])("from %s by %s lead to %s", (from, key, expected) => {
    const to = step(columns, spotOf(columns, from)!, key);
    expect(columns[to.line]!.items[to.index]!.id).toBe(expected);
  });
});

it("finds cards and lists them in reading order", () => {
  const columns = board("ab - c");
  expect(spotOf(columns, "c")).toEqual({ line: 2, index: 0 });
  expect(spotOf(columns, "z")).toBeNull();
  expect(inOrder(columns).map((item) => item.id)).toEqual(["a", "b", "c"]);
});
