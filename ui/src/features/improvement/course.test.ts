import { describe, expect, it } from "vitest";
import type { ImprovementDetail, KpiSample } from "$lib/contract";
import { layout } from "./course";
import { amount, changeInWords, changeSpoken, courseSpoken, kpiText, missingInWords, wayInWords } from "./kpi";

const BOX = { width: 300, height: 100, left: 0, right: 0, top: 0, bottom: 0 };

function sample(number: number, value: number | null, after: boolean): KpiSample {
  return { measurement: null, sprint: `s${number}`, number, sprintName: `Sprint ${number}`, day: `2026-03-0${number}`, value, missing: value === null ? "No incident was restored." : null, after, note: "", person: null };
}

function detail(samples: KpiSample[], wish: { baseline?: number; target?: number; review?: number; reached?: boolean; figure?: "mttr" } = {}): ImprovementDetail {
  const last = samples.findLast(({ after, value }) => after && value !== null)?.value ?? null;
  const change = last === null || wish.baseline === undefined ? null : last - wish.baseline;
  return {
    entry: { key: "CSI-1", outcome: "", kpi: { figure: "figure" in wish ? wish.figure : "mttr", name: "MTTR", unit: "h", baseline: wish.baseline, target: wish.target, direction: "down" } },
    course: { agreedAt: null, samples, last, change, progress: null, reached: wish.reached ?? null, better: change === null ? null : change < 0, baselineSource: null },
    reviewName: null, reviewNumber: wish.review ?? null,
  } as unknown as ImprovementDetail;
}

describe("the course of a KPI", () => {
  it("lays sprints out in even steps up to the review", () => {
    const line = layout(detail([sample(1, 8, false), sample(2, 6, true)], { baseline: 8, target: 4, review: 4 }), BOX)!;
    expect(line.spots.map(({ x, y }) => [x, y])).toEqual([[0, 0], [150, 50]]);
    expect(line.ticks.map(({ text, ahead }) => [text, ahead])).toEqual([["1", false], ["2", false], ["4", true]]);
    expect(line.before).toBe("M0 0");
    expect(line.after).toBe("M0 0L150 50");
    expect(line.target).toEqual({ y: 100, from: 0, to: 300 });
    expect(line.ahead).toEqual({ x1: 150, y1: 50, x2: 300, y2: 100 });
  });

  it("breaks where a sprint has no value", () => {
    const line = layout(detail([sample(1, 8, true), sample(2, null, true), sample(3, 4, true)]), BOX)!;
    expect(line.after).toBe("M0 0M300 100");
    expect(line.ticks[1]).toMatchObject({ text: "2", missing: true });
    expect(line.ahead).toBeNull();
  });

  it("leads nowhere once the target is reached", () => {
    const line = layout(detail([sample(1, 8, false), sample(2, 3, true)], { baseline: 8, target: 4, review: 4, reached: true }), BOX)!;
    expect(line.ahead).toBeNull();
  });

  it("is nothing without a value, and a level line with one", () => {
    expect(layout(detail([]), BOX)).toBeNull();
    expect(layout(detail([sample(1, 5, true)]), BOX)!.spots[0]).toMatchObject({ x: 300, y: 50 });
  });

  it("lays what was measured by hand out by its days", () => {
    const one = (day: string, value: number) => ({ ...sample(1, value, true), number: null, day });
    const line = layout(detail([one("2026-03-01", 8), one("2026-03-02", 6), one("2026-03-05", 4)], { figure: undefined }), BOX)!;
    expect(line.spots.map(({ x }) => x)).toEqual([0, 60, 240]);
  });
});

describe("its words", () => {
  it("say the change and what is left of the way", () => {
    const kpi = { unit: "h", name: "MTTR", direction: "down" } as const;
    expect(changeInWords(-3.5, kpi)).toBe("−3.5 h");
    expect(changeInWords(2, { ...kpi, unit: "%" })).toBe("+2 pp");
    expect(changeInWords(0, kpi)).toBe("No change");
    expect([changeSpoken(-5.7, { unit: "%" }), changeSpoken(1, { unit: "%" }), changeSpoken(2, kpi)]).toEqual(["5.7 percentage points less", "1 percentage point more", ""]);
    expect([amount(1, "days"), amount(-1, "items a day"), amount(1.5, "days"), amount(1, "ms"), amount(5, "%")]).toEqual(["1 day", "−1 item a day", "1.5 days", "1 ms", "5%"]);
    expect(kpiText({ kpi: { name: "Carry-over", unit: "%", baseline: 14.3, target: 5, direction: "down" } })).toBe("14.3 → 5%");
    expect(kpiText({ kpi: { name: "Cycle time", unit: "days", baseline: 6, target: 1, direction: "down" } })).toBe("6 → 1 day");
    expect(wayInWords({ progress: 60, reached: false, better: true, last: 6 })).toBe("60% of the way");
    expect(wayInWords({ progress: 120, reached: true, better: true, last: 3 })).toBe("Target reached");
    expect(wayInWords({ progress: null, reached: null, better: false, last: 9 })).toBe("Worse than the baseline");
    expect(wayInWords({ progress: null, reached: null, better: null, last: null })).toBe("Nothing measured since it was agreed");
  });

  it("say why nothing is measured", () => {
    const of = (samples: KpiSample[], agreed: boolean, figure?: "mttr") => {
      const told = detail(samples, figure ? {} : { figure: undefined });
      return missingInWords({ ...told, course: { ...told.course!, agreedAt: agreed ? "2026-03-01T09:00:00Z" : null } });
    };
    expect(of([], false, "mttr")).toBe("Measured once the team agrees");
    expect(of([], true)).toBe("Nothing recorded since it was agreed");
    expect(of([sample(1, 8, false)], true, "mttr")).toBe("No sprint was closed since it was agreed");
    expect(of([sample(1, 8, false), sample(2, null, true)], true, "mttr")).toBe("None in Sprint 2: no incident was restored.");
    expect(of([sample(1, 8, true)], true, "mttr")).toBe("");
  });

  it("tell the chart to who cannot see it", () => {
    const told = courseSpoken(detail([sample(1, 8, false), sample(2, 6, true)], { baseline: 8, target: 4 }));
    expect(told).toBe("MTTR: now 6 h, baseline 8 h, target 4 h. Sprint 1: 8 h. Sprint 2: 6 h.");
  });
});
