import { describe, expect, it } from "vitest";
import { pageOf, revealing, ROW, seenAt, spanAt } from "./geometry";

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
