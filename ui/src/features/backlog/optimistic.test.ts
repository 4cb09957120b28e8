import { describe, expect, it } from "vitest";
import type { Backlog, ItemRow } from "$lib/contract";
import { indexesOf, shifted, type Known } from "./optimistic";
import type { Shift } from "./order";

const LETTERS = "abcdefghij";
const row = (index: number) => ({ id: LETTERS[index], position: index + 1, estimate: index % 2 ? 1 : null }) as ItemRow;
const all = [...LETTERS].map((_, index) => row(index));

/** A window of the ten letters after a shift; `loaded` is what the list has, from where to where. */
function after(offset: number, limit: number, shift: Shift, { loaded = [0, 10] as [number, number], holes = false } = {}) {
  const whole = { items: 10, points: 5, unestimated: 5 };
  const value: Backlog = { total: 10, points: 5, unestimated: 5, whole, rows: all.slice(offset, offset + limit) };
  const known: Known = { request: { product: "p", offset: loaded[0], limit: loaded[1] - loaded[0] }, total: 10, at: (index) => (index >= loaded[0] && index < loaded[1] ? all[index] : undefined) };
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

it("knows the indexes of items only when all are loaded", () => {
  expect(indexesOf(["d", "b"], all.slice(1, 5), 1)).toEqual([1, 3]);
  expect(indexesOf(["d", "j"], all.slice(1, 5), 1)).toBeNull();
});
