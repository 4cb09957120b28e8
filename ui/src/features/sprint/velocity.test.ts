import { describe, expect, it } from "vitest";
import { axisEnd, axisSteps, rangeInWords, standing, sum, warning } from "./velocity";

const range = { low: 21, typical: 24, high: 27, best: 30, n: 8 };

describe("the range", () => {
  it.each([
    [18, { state: "below", by: 3 }],
    [21, { state: "inside", by: 6 }],
    [27, { state: "inside", by: 0 }],
    [27.5, { state: "over", by: 0.5 }],
    [30, { state: "over", by: 3 }],
    [32, { state: "pastBest", by: 5 }],
  ])("%d points", (value, expected) => expect(standing(value, range)).toEqual(expected));

  it("warns only past its end, and more plainly past the best", () => {
    expect(warning(27, range)).toBe("");
    expect(warning(28, range)).toBe("Above the range of the last 8 sprints, 21–27 points.");
    expect(warning(31, range)).toBe("None of the last 8 sprints completed more than 30 points.");
    expect(warning(31, { ...range, n: 1 })).toBe("More than the only closed sprint completed: 30 points.");
  });

  it("is one number when it has no width", () => expect(rangeInWords({ low: 24, high: 24 })).toBe("24"));
});

it.each([
  [[], 2],
  [[19], 20],
  [[32, 30], 40],
  [[100], 120],
])("an axis for %j ends at %d", (values, end) => {
  expect(axisEnd(values)).toBe(end);
  expect(axisSteps(end).length).toBeGreaterThan(1);
});

it("sums without the dust of fractions", () => expect(sum([{ estimate: 0.1 }, { estimate: 0.2 }, { estimate: null }])).toBe(0.3));
