import { describe, expect, it } from "vitest";
import type { TroubleEvent, TroubleFigure } from "$lib/contract";
import { byClock, division, shown } from "./figures.svelte";

const event = (hours: number, workingHours = hours): TroubleEvent => ({
  impediment: `i${hours}`, key: "IMP-1", title: "Down", from: "2026-03-09T09:00:00Z", to: "2026-03-09T12:00:00Z", hours, workingHours,
});
const none: TroubleFigure = { n: 0, totalHours: 0, meanHours: null, medianHours: null, meanWorkingHours: null, medianWorkingHours: null, over: [], open: [event(5)] };
const three: TroubleFigure = { n: 3, totalHours: 9, meanHours: 3, medianHours: 3, meanWorkingHours: 1, medianWorkingHours: 0, over: [event(4, 0), event(3, 3), event(2, 0)], open: [] };

describe("the figures of what was in the way", () => {
  it("shows none at all as a dash", () => {
    expect(shown(null)).toBe("–");
    expect(byClock(none, "elapsed")).toEqual({ mean: "–", median: "–" });
    expect(division(none, "working")).toBeNull();
  });

  it("says how the mean comes about, by either clock", () => {
    expect(division(three, "elapsed")).toBe("9 h ÷ 3 = 3 h");
    expect(division(three, "working")).toBe("3 h ÷ 3 = 1 h");
    expect(byClock(three, "working")).toEqual({ mean: "1 h", median: "0 min" });
  });
});
