import { expect, it } from "vitest";
import { placeAt, placed } from "./plan.svelte";
import { stepOf } from "./steps";

const rows = ["a", "b", "c", "d"].map((id) => ({ id }));
const order = (ids: string[], to: number) => placed(rows, ids, to).map(({ id }) => id).join("");

it("puts the first of what moves into the row", () => {
  expect([order(["d"], 0), order(["a"], 3), order(["c", "a"], 1), order(["b"], 99)]).toEqual(["dabc", "bcda", "bacd", "acdb"]);
});

it("knows what a drop beside a row means", () => {
  expect(placeAt(rows, ["d"], "a", "before")).toBe(0);
  expect(placeAt(rows, ["a"], "c", "after")).toBe(2);
  // Where it stands already, on itself, on nothing.
  expect([placeAt(rows, ["a"], "b", "before"), placeAt(rows, ["a"], "a", "after"), placeAt(rows, ["a"], null, "after")]).toEqual([null, null, null]);
  // Several that do not stand together come together, even where the first stays.
  expect(placeAt(rows, ["a", "c"], "b", "before")).toBe(0);
});

it("begins with what is in the sprint where no step is named", () => {
  expect([stepOf(undefined), stepOf("how"), stepOf("elsewhere")]).toEqual(["what", "how", "what"]);
});
