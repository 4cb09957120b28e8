import { describe, expect, it } from "vitest";
import type { Backlog, ItemRow } from "$lib/contract";
import { client, Patch } from "$lib/data";
import { indexesOf, shifted, shiftRows, type Known, type Move } from "./optimistic";
import type { Shift } from "./order";

const LETTERS = "abcdefghij";
const row = (index: number) => ({ id: LETTERS[index], position: index + 1, estimate: index % 2 ? 1 : null }) as ItemRow;
const all = [...LETTERS].map((_, index) => row(index));

/** A window of the ten letters after a shift; `loaded` is what the list has, from where to where. */
function after(offset: number, limit: number, shift: Shift, { loaded = [0, 10] as [number, number], holes = false } = {}) {
  const whole = { items: 10, points: 5, unestimated: 5 };
  const value: Backlog = { total: 10, points: 5, unestimated: 5, whole, rows: all.slice(offset, offset + limit) };
  const known: Known = { request: { product: "p", offset: loaded[0], limit: loaded[1] - loaded[0] }, total: 10, at: (index) => (index >= loaded[0] && index < loaded[1] ? all[index] : undefined), rankAt: (index) => index + 1 };
  const { rows, total, points, unestimated } = shifted(value, { product: "p", offset, limit }, shift, known, holes);
  return { rows: rows.map((row: ItemRow | undefined) => row?.id ?? "-").join(""), ranks: rows.map((row: ItemRow | undefined) => row?.position ?? 0), total, points, unestimated };
}

describe("a window of the backlog, ahead of the answer", () => {
  it("shows rows at their new places, with the ranks they will have", () => {
    expect(after(0, 5, { moving: [8], to: 1 })).toMatchObject({ rows: "aibcd", ranks: [1, 2, 3, 4, 5] });
    expect(after(5, 5, { moving: [0, 1], to: 6 })).toMatchObject({ rows: "habij", ranks: [6, 7, 8, 9, 10] });
  });

  it("leaves out what goes, and counts it no longer", () => {
    expect(after(0, 10, { moving: [1, 2], to: null })).toEqual({ rows: "adefghij", ranks: [1, 2, 3, 4, 5, 6, 7, 8], total: 8, points: 4, unestimated: 4 });
  });

  it("stays as it was where it would need a row that nobody knows", () => {
    expect(after(5, 3, { moving: [0], to: 9 }, { loaded: [0, 4] })).toMatchObject({ rows: "fgh", ranks: [6, 7, 8] });
  });

  it("has an empty row for it on screen, and none at the end", () => {
    expect(after(3, 3, { moving: [9], to: 0 }, { loaded: [3, 6], holes: true }).rows).toBe("-de");
    expect(after(3, 3, { moving: [0], to: 9 }, { loaded: [3, 6], holes: true }).rows).toBe("ef");
  });
});

describe("a window that leaves rows out, ahead of the answer", () => {
  /** Of ten rows those of ranks 2, 4, 6, 8, 10. */
  const even = all.filter((_, index) => index % 2 === 1);
  const filter = { types: ["fix" as const] };
  const known: Known = { request: { product: "p", offset: 0, limit: 5, filter }, total: 5, at: (index) => even[index], rankAt: (index) => even[index]?.position ?? null };
  const value: Backlog = { total: 5, points: 5, unestimated: 0, whole: { items: 10, points: 5, unestimated: 5 }, rows: even };
  const ranks = (move: Move) => shifted(value, known.request, move, known, true).rows.map(({ id, position }) => `${id}${position}`).join(" ");

  it.each<[string, Move, string]>([
    ["right before the row below it", { moving: [4], to: 1 }, "b2 j4 d5 f7 h9"],
    ["right after the row above it at the end", { moving: [0], to: 4 }, "d3 f5 h7 j9 b10"],
    ["side by side", { moving: [0, 3], to: 1 }, "d3 b5 h6 f7 j10"],
    ["at the top of the whole", { moving: [2], to: 0, first: 1 }, "f1 b3 d5 h8 j10"],
    ["out of it", { moving: [0, 2], to: null }, "d3 h6 j8"],
  ])("has the ranks of the whole for what is put %s", (_, move, expected) => expect(ranks(move)).toBe(expected));

  it("says nothing of other windows: a place in one is none in another", () => {
    const before = { product: "p", offset: 0, limit: 5 };
    const key = ["backlog.window", before];
    client.setQueryData(key, value);
    shiftRows(new Patch(), { moving: [4], to: 1 }, known);
    expect(client.getQueryData(key)).toBe(value);
    client.clear();
  });
});

it("knows the indexes of items only when all are loaded", () => {
  expect(indexesOf(["d", "b"], all.slice(1, 5), 1)).toEqual([1, 3]);
  expect(indexesOf(["d", "j"], all.slice(1, 5), 1)).toBeNull();
});
