import { describe, expect, it } from "vitest";
import type { GoalMeasurement } from "$lib/contract";
import { layout } from "./layout";
import { amount, progressInWords, summary, way } from "./words";

const measure = { name: "Changed online", unit: "%", baseline: 20, target: 60 };
const measured = (day: string, value: number): GoalMeasurement => ({ id: day, day, value, progress: 0, note: "", person: null, at: `${day}T09:00:00Z` });
const box = { width: 100, height: 50, left: 0, right: 0, top: 5, bottom: 5 };

describe("the way to the goal", () => {
  it("is a line over the days it was measured on, between baseline and target", () => {
    const chart = layout(measure, [measured("2026-03-01", 20), measured("2026-03-03", 40), measured("2026-03-11", 60)], box);
    expect(chart.line).toBe("M0 45L20 25L100 5");
    expect([chart.baseline, chart.target, chart.from, chart.to]).toEqual([45, 5, "2026-03-01", "2026-03-11"]);
  });

  it("goes down where less is better, and holds what lies past its ends", () => {
    const chart = layout({ ...measure, baseline: 60, target: 20 }, [measured("2026-03-01", 80), measured("2026-03-02", 20)], box);
    expect(chart.spots.map(({ y }) => y)).toEqual([5, 45]);
    expect(chart.target).toBe(45);
  });

  it("stands at the end when there is one measurement, and nowhere when there is none", () => {
    expect(layout(measure, [measured("2026-03-01", 40)], box).spots[0]).toMatchObject({ x: 100, y: 25 });
    expect(layout(measure, [], box)).toMatchObject({ spots: [], line: "", from: null });
  });

  it("is told in words", () => {
    expect([amount(1234.5, "calls"), amount(43, "%"), amount(0.125, ""), way(measure)]).toEqual(["1,234.5 calls", "43%", "0.13", "20% → 60%"]);
    expect([null, 0, 55.3, 100, 130, -12].map(progressInWords)).toEqual([
      "Nothing measured yet", "0% of the way", "55% of the way", "At the target", "Past the target", "12% of the way, in the wrong direction",
    ]);
    expect(summary({ measure, measurements: [measured("2026-03-01", 40)], progress: 50 })).toBe("Changed online: now 40%, from 20% to 60%. 50% of the way, 1 measurement.");
  });
});
