import { describe, expect, it } from "vitest";
import type { ValueEffort, ValuePoint } from "$lib/contract";
import { alongScale, layout, quarter, towards } from "./layout";

const point = (value: number, estimate: number, items = 1) => ({ value, estimate, items, first: { id: `${value}/${estimate}`, key: "HBR-1", title: "Pay" } }) as ValuePoint;
const plane = (points: ValuePoint[]): ValueEffort => ({
  points, items: points.length, leftOutPoints: 0, leftOutItems: 0, middleValue: 50, middleEstimate: 3, withoutValue: 0, withoutEstimate: 0, withoutBoth: 0,
});
const box = { width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

describe("the plane of value and effort", () => {
  it("puts the steps of the scale at even distances, and what is between two of them between", () => {
    const x = alongScale([0, 1, 3, 8], [0, 90]);
    expect([0, 1, 2, 3, 8, 20].map(x)).toEqual([0, 30, 45, 60, 90, 90]);
    expect(alongScale([5], [0, 90])(5)).toBe(90);
  });

  it("shows no more of the scale than one step past the largest estimate", () => {
    const { efforts } = layout(plane([point(80, 3)]), [0, 1, 2, 3, 5, 8, 13], box);
    expect(efforts.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
    expect(layout(plane([point(80, 4)]), [0, 1, 2, 3, 5, 8, 13], box).efforts.at(-1)?.value).toBe(5);
    expect(layout(plane([point(80, 40)]), [0, 1], box).efforts.at(-1)?.value).toBe(40);
  });

  it("draws more items larger, up to a point", () => {
    const [one, many] = layout(plane([point(80, 3), point(20, 1, 1000)]), [0, 1, 3], box).spots;
    expect([one!.r, many!.r]).toEqual([6, 18]);
  });

  it("goes to the nearest point in a direction", () => {
    const { spots } = layout(plane([point(50, 2), point(50, 3), point(90, 2), point(10, 0)]), [0, 1, 2, 3], box);
    const from = spots[0]!;
    expect(["ArrowRight", "ArrowUp", "ArrowDown", "ArrowLeft"].map((key) => towards(spots, from, key)?.key)).toEqual(["50/3", "90/2", "10/0", "10/0"]);
    expect(towards(spots, spots[1]!, "ArrowRight")).toBeNull();
  });

  it("names the quarters", () => {
    const of = plane([]);
    expect([point(80, 1), point(80, 8), point(10, 1), point(10, 8)].map((one) => quarter(one, of))).toEqual(["Quick win", "Big bet", "Fill-in", "Think twice"]);
  });
});
