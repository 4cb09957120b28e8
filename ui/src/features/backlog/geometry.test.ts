import { describe, expect, it } from "vitest";
import { LINE, pageOf, revealing, ROW, seenAt, spanAt, topOf } from "./geometry";

describe("rows in view", () => {
  it.each([
    [0, 720, 1000, { first: 0, end: 28 }],
    [3600, 720, 1000, { first: 92, end: 128 }],
    [36 * 990, 720, 1000, { first: 982, end: 1000 }],
    [0, 720, 3, { first: 0, end: 3 }],
    [5000, 720, 0, { first: 0, end: 0 }],
  ])("scrolled %i of height %i over %i rows", (top, height, total, span) => expect(spanAt(top, height, total)).toEqual(span));

  it("does not count rows around the view as seen", () => {
    expect(seenAt(18, 72, 100)).toEqual({ first: 0, end: 3 });
    expect(seenAt(36, 72, 100)).toEqual({ first: 1, end: 3 });
  });
});

describe("bringing a row into view", () => {
  it.each([
    ["is in view", 12, 360, 0, 360],
    ["is above", 3, 360, 0, 3 * ROW],
    ["is below", 40, 360, 0, 41 * ROW - 360],
    ["is covered at the bottom", 19, 360, 56, 20 * ROW - 304],
  ])("%s", (_, index, top, inset, expected) => expect(revealing(index, top, 360, inset)).toBe(expected));
});

it("a page is what is seen less one row", () => {
  expect([pageOf(360), pageOf(10)]).toEqual([9, 1]);
});

describe("lines between rows", () => {
  const lines = [2, 2, 5];

  it("push down what is below them", () => {
    expect([0, 1, 2, 4, 5, 6].map((index) => topOf(index, lines))).toEqual([0, ROW, 2 * ROW + 2 * LINE, 4 * ROW + 2 * LINE, 5 * ROW + 3 * LINE, 6 * ROW + 3 * LINE]);
  });

  it("every row is seen where it stands, and no other", () => {
    for (let index = 0; index < 20; index++) {
      expect(seenAt(topOf(index, lines), ROW, 20, lines), `row ${index}`).toEqual({ first: index, end: index + 1 });
      expect(seenAt(topOf(index, lines) + 1, ROW - 2, 20, lines), `inside row ${index}`).toEqual({ first: index, end: index + 1 });
    }
  });

  it("are themselves no rows", () => {
    expect(seenAt(2 * ROW + 1, 2 * LINE - 2, 20, lines)).toEqual({ first: 2, end: 2 });
  });

  it("count when a row is brought into view", () => {
    expect(revealing(6, 0, 200, 0, lines)).toBe(7 * ROW + 3 * LINE - 200);
    expect(revealing(5, 900, 200, 0, lines)).toBe(5 * ROW + 3 * LINE);
    expect(spanAt(0, 200, 1000, lines).end).toBe(12);
  });
});
