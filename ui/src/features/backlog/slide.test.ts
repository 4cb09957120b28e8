import { describe, expect, it } from "vitest";
import { nearestStaying, placesOf, slideOf } from "./slide";
import type { ItemRow } from "$lib/contract";

const rows = (letters: string) => [...letters].map((id) => (id === "-" ? undefined : ({ id } as ItemRow)));

/** How far what is seen of one order, from its row `first` on, slides in another. */
function slide(before: string, after: string, { first = 0, count = 4, focus = null as string | null } = {}) {
  const places = placesOf(rows(after), 0);
  const seen = [...before].slice(first, first + count).map((id, at) => {
    const place = places.get(id);
    return { id, index: first + at, by: place === undefined ? null : place - (first + at) };
  });
  return slideOf(seen, focus);
}

describe("how far the view slides", () => {
  it.each([
    ["rows came above", "abcdefgh", "xyabcdefgh", { first: 2 }, 2],
    ["rows went above", "abcdefgh", "cdefgh", { first: 2 }, -2],
    ["rows came below", "abcdefgh", "abcdefxgh", { first: 0 }, 0],
    ["the topmost row was moved down", "abcdefgh", "bcdefgha", { first: 0 }, -1],
    ["the topmost row went", "abcdefgh", "abdefgh", { first: 2 }, -1],
    ["a row came in view, above the focus", "abcdefgh", "abxcdefgh", { first: 0, focus: "d" }, 1],
    ["a row came in view, without focus", "abcdefgh", "abxcdefgh", { first: 0 }, 0],
    ["the row with the focus was moved away", "abcdefgh", "acdefgbh", { first: 0, count: 6, focus: "b" }, -1],
    ["nothing is left", "abcd", "wxyz", {}, 0],
  ])("%s", (_, before, after, view, expected) => expect(slide(before, after, view)).toBe(expected));
});

describe("the row that gets the focus when its own goes", () => {
  it.each([
    ["abcd", 1, "b", "c"],
    ["abcd", 1, "bc", "d"],
    ["abcd", 3, "d", "c"],
    ["abcd", 2, "cd", "b"],
    ["ab-d", 1, "b", "d"],
    ["ab", 0, "ab", undefined],
  ])("of %s, at %i, when %s go: %s", (letters, index, going, expected) => {
    expect(nearestStaying(rows(letters), 0, index, [...going])?.id).toBe(expected);
  });
});
