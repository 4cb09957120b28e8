import { expect, test } from "vitest";
import { parseScale } from "./settings.svelte";

test("a scale is read from what people write", () => {
  expect(parseScale("0, ½, 1, 2, 3")).toEqual([0, 0.5, 1, 2, 3]);
  expect(parseScale(" 1;2  4\n8 ")).toEqual([1, 2, 4, 8]);
  expect(parseScale("")).toEqual([]);
  expect(parseScale("1, two, x")).toBe("two");
});
