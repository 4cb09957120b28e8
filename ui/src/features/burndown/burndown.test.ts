import { describe, expect, it } from "vitest";
import type { Burndown, EventKind, ScopeKind } from "$lib/contract";
import { layout, type Frame } from "./layout";
import { nearest, step, stopsOf } from "./stops";
import { account, amount, signed, standing, summary, under } from "./words";

const DAYS = ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09"];
const ITEM = { item: "i", key: "HBR-1", title: "Rebook" };
const frame: Frame = { width: 500, height: 200, left: 0, right: 0, top: 0, bottom: 0 };

/** Thursday to Monday in UTC, started at nine, 8 points in 3 items; `steps` are [instant, points, items]. */
function told(steps: [string, number, number][], changes: [string, ScopeKind, number][] = [], events: [string, EventKind, number, number][] = [], over: Partial<Burndown> = {}): Burndown {
  const start = "2026-03-05T09:00:00Z";
  const all: [string, number, number][] = [[start, 8, 3], ...steps];
  return {
    asOf: "2026-03-06T18:00:00Z", start, plannedEnd: "2026-03-10T00:00:00Z", end: null, committed: 8, committedItems: 3,
    remaining: all.at(-1)![1], unestimated: 0, unestimatedItems: [], guidelineNow: 2.5, guidelineItemsNow: 1,
    steps: all.map(([at, remaining, items]) => ({ at, remaining, items })),
    guideline: [[start, 8, 3], ["2026-03-07T00:00:00Z", 3, 1.1], ["2026-03-09T00:00:00Z", 3, 1.1], ["2026-03-10T00:00:00Z", 0, 0]].map(
      ([at, remaining, items]) => ({ at: String(at), remaining: Number(remaining), items: Number(items) }),
    ),
    scopeChanges: changes.map(([at, kind, delta]) => ({ ...ITEM, at, kind, delta, person: null })),
    events: events.map(([at, kind, points, items]) => ({ ...ITEM, at, kind, points, items, person: null })),
    days: DAYS.map((day) => ({ day, working: !["2026-03-07", "2026-03-08"].includes(day), start: `${day}T00:00:00Z` })),
    ...over,
  };
}

describe("the drawing", () => {
  it("holds a value until the next step, and ends at the instant asked about", () => {
    const chart = layout(told([["2026-03-06T09:00:00Z", 5, 2]]), "points", frame);
    // 111 hours over 500 pixels; the axis ends at 8.
    expect(chart.line).toBe("M0 0H108.1V75H148.6");
    expect(chart.now).toEqual({ x: expect.closeTo(148.6, 1) as number, y: 75 });
  });

  it("counts items as well, guideline and all", () => {
    const chart = layout(told([["2026-03-06T09:00:00Z", 5, 1]]), "items", frame);
    expect(chart.ticks.map((tick) => tick.value)).toEqual([0, 1, 2, 3]);
    expect(chart.line).toBe("M0 0H108.1V133.3H148.6");
    expect(chart.guideline).toMatch(/^M0 0L.* 200$/);
  });

  it("joins days that are not worked and names them once", () => {
    const chart = layout(told([]), "points", frame);
    expect(chart.rests.map((rest) => rest.label)).toEqual(["weekend"]);
    expect(chart.days.map((day) => day.label)).toEqual(["Thu 5", "Fri 6", "", "", "Mon 9"]);
    expect(chart.days.filter((day) => day.now).map((day) => day.day)).toEqual(["2026-03-06"]);
  });

  it("marks a scope change with where the line came from, and several at one instant as one", () => {
    const at = "2026-03-06T09:00:00.500Z";
    const both = told([[at, 12, 5]], [[at, "added", 3], [at, "added", 1]]);
    expect(layout(both, "points", frame).marks).toMatchObject([{ label: "+4, 2 items" }]);
    expect(layout(both, "items", frame).marks).toMatchObject([{ label: "+2 items" }]);
    const [mark] = layout(told([[at, 11, 4]], [[at, "added", 3]]), "points", { ...frame, top: 40 }).marks;
    expect(mark).toMatchObject({ label: "+3 HBR-1", anchor: "start" });
    expect(mark!.to).toBeLessThan(mark!.from);
    expect(mark!.labelY).toBe(mark!.to - 7);
  });

  it("points at a change that moved nothing", () => {
    const [mark] = layout(told([], [["2026-03-06T09:00:00Z", "reestimated", 0]]), "points", { ...frame, top: 40 }).marks;
    expect(mark!.from).toBe(mark!.to);
    expect(mark!.label).toBe("HBR-1");
  });

  it("goes on past the planned end when the sprint did", () => {
    expect(layout(told([]), "points", frame).plannedEnd).toBeNull();
    const late = told([], [], [], { asOf: "2026-03-11T00:00:00Z", end: "2026-03-11T00:00:00Z" });
    expect(layout(late, "points", frame).plannedEnd).toBeCloseTo(411.1, 1);
  });
});

describe("the words", () => {
  it.each([[3, "+3"], [-2.5, "−2.5"], [0, "0"], [0.5, "+½"]])("signs %d as %s", (value, text) => expect(signed(value)).toBe(text));
  it.each([[1, "points", "1 point"], [0, "points", "0 points"], [1, "items", "1 item"], [4, "items", "4 items"]] as const)("%d %s", (value, unit, text) => expect(amount(value, unit)).toBe(text));

  it("accounts for what is left by kind", () => {
    const at = "2026-03-06T09:00:00Z";
    const burndown = told([[at, 6, 3]], [], [[at, "added", 3, 1], [at, "done", -5, -1], [at, "done", 0, -1]]);
    expect(account(burndown, "points")).toEqual([{ kind: "added", by: 3, times: 1 }, { kind: "done", by: -5, times: 2 }]);
    expect(account(burndown, "items").map((line) => line.by)).toEqual([1, -2]);
  });

  it("says under the figure what belongs to it, each apart from the other", () => {
    const open = { unestimatedItems: [ITEM, ITEM] };
    expect(under(told([], [], [], open), "points")).toBe("and 2 unestimated, of 8 committed, an even pace would leave 2.5");
    expect(under(told([], [], [], { ...open, end: "2026-03-11T00:00:00Z" }), "items")).toBe("of 3 committed");
  });

  it("says the chart in a sentence", () => {
    expect(standing(told([]), "items")).toEqual({ left: 3, planned: 1, committed: 3 });
    expect(summary(told([], [["2026-03-06T09:00:00Z", "added", 3]]), "points")).toBe("Burndown: 8 points left of 8 committed, an even pace would leave 2.5, 1 scope change (1 added).");
    expect(summary(told([], [], [], { unestimated: 2 }), "points")).toContain("8 points left, 2 unestimated, of 8 committed");
    expect(summary(told([], [], [], { unestimated: 2 }), "items")).not.toContain("unestimated");
  });
});

describe("the stops of the as-of slider", () => {
  const words = { day: (day: string) => day, instant: (at: string) => at };
  const stops = stopsOf(told([], [["2026-03-06T09:00:00Z", "added", 3], ["2026-03-06T09:00:00Z", "removed", -3]]), words);

  it("are the start, the end of each day, each event once, and now", () => {
    expect(stops.map((stop) => stop.kind)).toEqual(["start", "day", "event", "now"]);
    expect(stops[1]!.at).toBe("2026-03-05T23:59:59.999Z");
  });

  it("are stepped through by day or by event", () => {
    expect(step(stops, 3, -1, "day")).toBe(1);
    expect(step(stops, 3, -1, "event")).toBe(2);
    expect(step(stops, 0, -1, "event")).toBe(0);
    expect(step(stops, 1, 1, "day")).toBe(3);
  });

  it("are found by instant", () => {
    expect(nearest(stops, new Date("2026-03-06T08:00:00Z").getTime())).toBe(2);
    expect(nearest(stops, 0)).toBe(0);
  });
});
