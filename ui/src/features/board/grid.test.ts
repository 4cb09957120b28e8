import { describe, expect, it } from "vitest";
import type { BoardColumn, Card } from "$lib/contract";
import { inOrder, moved, neighbour, placed, spotOf } from "./grid";

const card = (id: string) => ({ id }) as Card;
/** Lines told as "abc d - ef": a word a line, a letter a thing. */
const lines = (text: string): Card[][] => text.split(" ").map((cards) => (cards === "-" ? [] : [...cards].map(card)));
const board = (text: string): BoardColumn[] => lines(text).map((items, at) => ({ column: { id: `c${at}`, name: "", category: "todo", wipLimit: null }, items }));
const told = (of: readonly (readonly { id: string }[])[]) => of.map((line) => line.map(({ id }) => id).join("") || "-").join(" ");

describe("a thing at another place", () => {
  it.each([
    ["abc d", "b", 0, { line: 0, index: 0 }, "bac d"],
    ["abc d", "a", 0, { line: 0, index: 2 }, "bca d"],
    ["abc d", "b", 0, { line: 1, index: 0 }, "ac bd"],
    ["a -", "a", 0, { line: 1, index: 0 }, "- a"],
    // A card of two people stands in both lanes: only the one that was taken moves, and in the other it is no twin.
    ["ab ac d", "a", 0, { line: 2, index: 1 }, "b ac da"],
    ["ab ac d", "a", 0, { line: 1, index: 1 }, "b ca d"],
  ])("%s: %s of line %i to %j is %s", (text, id, from, to, expected) => expect(told(placed(lines(text), card(id), from, to))).toBe(expected));

  it.each([
    ["abc", "b", 0, { before: "a" }],
    ["abc", "a", 2, { after: "c" }],
    ["abc", "a", 1, { before: "c" }],
    ["d", "b", 1, { after: "d" }],
    ["-", "a", 0, {}],
  ])("in %s, %s at %i is named by %j", (text, id, index, expected) => expect(neighbour(lines(text)[0]!, id, index)).toEqual(expected));
});

describe("the whole board after a move that was made among what a filter shows", () => {
  it.each([
    ["axbyc d", "c", { column: "c0", before: "b" }, "axcby d"],
    ["axbyc d", "d", { column: "c0", after: "b" }, "axbdyc -"],
    ["axbyc d", "a", { column: "c1" }, "xbyc da"],
    ["axbyc d", "b", { column: "c0" }, "axbyc d"],
  ])("%s: %s by %j is %s", (text, id, to, expected) => expect(told(moved(board(text), card(id), to).map(({ items }) => items))).toBe(expected));
});

it("finds things, in the lane that is asked for where several show it", () => {
  expect(spotOf(lines("ab - c"), "c")).toEqual({ line: 2, index: 0 });
  expect(spotOf(lines("ab - c"), "z")).toBeNull();
  expect(spotOf(lines("ab ca"), "a")).toEqual({ line: 0, index: 0 });
  expect(spotOf(lines("ab ca"), "a", (line) => line === 1)).toEqual({ line: 1, index: 1 });
  expect(inOrder(board("ab - c")).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});
