import { describe, expect, it } from "vitest";
import { after, before, isStill, placeOf, toOfSlot, type Shift } from "./order";

const LETTERS = [..."abcdefgh"];

/** The letters after a shift, by taking them out and putting them in. */
function plainly({ moving, to }: Shift): string[] {
  const block = moving.map((index) => LETTERS[index]!);
  const standing = LETTERS.filter((_, index) => !moving.includes(index));
  return to === null ? standing : [...standing.slice(0, to), ...block, ...standing.slice(to)];
}

const SHIFTS: Shift[] = [
  { moving: [0], to: 3 }, { moving: [7], to: 0 }, { moving: [3], to: 3 }, { moving: [1, 2, 6], to: 2 }, { moving: [0, 7], to: 6 },
  { moving: [2, 4], to: 0 }, { moving: [0, 1, 2, 3, 4, 5, 6, 7], to: 0 }, { moving: [1, 5], to: null }, { moving: [0], to: null },
];

describe("a shift", () => {
  it.each(SHIFTS)("is the same as taking out and putting in: %j", (shift) => {
    const expected = plainly(shift);
    expect(expected.map((_, index) => LETTERS[before(shift, index)])).toEqual(expected);
    for (const [index, letter] of LETTERS.entries()) {
      const at = after(shift, index);
      expect(at === null ? undefined : expected[at]).toBe(at === null ? undefined : letter);
      expect(at === null).toBe(!expected.includes(letter));
    }
  });

  it("knows when nothing moves", () => {
    expect(isStill({ moving: [3], to: 3 })).toBe(true);
    expect(isStill({ moving: [3, 4], to: 3 })).toBe(true);
    expect(isStill({ moving: [3, 5], to: 3 })).toBe(false);
  });

  it.each([
    [[2], 5, 4],
    [[2], 2, 2],
    [[2], 3, 2],
    [[1, 6], 4, 3],
    [[], 8, 8],
  ])("%j let go above row %i comes to %i", (moving, slot, to) => expect(toOfSlot(moving, slot)).toBe(to));
});

describe("the place of a shift", () => {
  const idAt = (shift: Shift) => (index: number) => plainly(shift)[index];
  it.each<[Shift & { to: number }, unknown]>([
    [{ moving: [3], to: 0 }, { to: "top" }],
    [{ moving: [3, 4], to: 6 }, { to: "bottom" }],
    [{ moving: [3], to: 5 }, { to: "before", item: "g" }],
  ])("%j", (shift, place) => expect(placeOf(shift, 8, idAt(shift))).toEqual(place));

  it("falls back to the row above, then to the number", () => {
    const shift = { moving: [0], to: 4 };
    expect(placeOf(shift, 8, (index) => (index === 3 ? "x" : undefined))).toEqual({ to: "after", item: "x" });
    expect(placeOf(shift, 8, () => undefined)).toEqual({ to: "position", position: 5 });
  });
});
