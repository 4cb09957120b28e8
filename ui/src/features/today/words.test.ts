import { describe, expect, it } from "vitest";
import type { Need, NeedRow, NextEvent } from "$lib/contract";
import { aboveInWords, EVENTS, eventPlace, noteOf, rowPlace, rowsOnce, rowTitle, titleOf, whenOf } from "./words";

const row = (more: Partial<NeedRow> = {}): NeedRow => ({ id: "i1", key: "HBR-4", title: "Pier", since: null, estimate: null, note: null, ...more });
const need = (kind: Need["kind"], count = 1, more: Partial<Need> = {}): Need => ({ kind, role: "developer", count, rows: [row()], day: null, ...more });
const event = (more: Partial<NextEvent>): NextEvent => ({ event: "daily", day: "2026-03-09", now: true, underWay: false, sprint: "s1", sprintName: "Sprint 1", retro: null, reviewDay: null, ...more });

describe("what needs somebody", () => {
  it("is said in the number there is of it", () => {
    expect(titleOf(need("myBlocked"))).toBe("An item of yours is blocked");
    expect(titleOf(need("unestimated", 3))).toBe("3 items at the top of the backlog have no estimate");
    expect(titleOf(need("goalMeasuredLongAgo", 1, { day: "2026-03-01" }))).toBe("The Product Goal was last measured on 1 March");
    expect(titleOf(need("goalMeasuredLongAgo"))).toBe("The Product Goal was never measured");
    expect(titleOf(need("nextSprintUnplanned", 1, { rows: [] }))).toBe("The next sprint is not planned");
  });

  it("names the day that had no Daily Scrum", () => {
    const days = ["2026-03-11", "2026-03-10"].map((title) => row({ key: "", title }));
    expect(titleOf(need("dailiesSkipped", 1, { rows: days.slice(0, 1) }))).toBe("No Daily Scrum was kept on Wed 11 Mar");
    const two = need("dailiesSkipped", 2, { rows: days });
    expect([titleOf(two), rowTitle(two, days[1]!)]).toEqual(["2 working days of this sprint without a Daily Scrum", "Tue 10 Mar"]);
  });

  it("shows no item twice", () => {
    const needs = [need("unestimated", 1), need("notReady", 2, { rows: [row(), row({ id: "i2" })] }), need("myTasks", 1), need("nextSprintUnplanned")];
    const shown = [...rowsOnce(needs).values()];
    expect(shown.map(({ rows }) => rows.map(({ id }) => id))).toEqual([["i1"], ["i2"], ["i1"], []]);
    // no heading stands over nothing: what it counts is named
    expect(shown.map(({ rows, above, more }) => rows.length + above.length + more)).toEqual([1, 2, 1, 0]);
    expect(shown.map(({ above }) => above.map(({ id }) => id))).toEqual([[], ["i1"], [], []]);
    expect(aboveInWords([row()])).toBe("HBR-4 stands above.");
    expect(aboveInWords([row(), row({ key: "HBR-7" }), row({ key: "HBR-9" })])).toBe("HBR-4, HBR-7 and HBR-9 stand above.");
  });

  it("leads to where it is seen to", () => {
    expect(rowPlace(need("myItems"), row())).toBe("#/board/HBR-4");
    expect(rowPlace(need("unestimated"), row())).toBe("#/backlog/i1");
    expect(rowPlace(need("improvementsDue"), row({ key: "CSI-2" }))).toBe("#/improvements/CSI-2");
  });

  it("says where it stands and for how long", () => {
    const now = new Date("2026-03-12T10:00:00Z");
    expect(noteOf(need("myItems"), row({ note: "Review", since: "2026-03-10T10:00:00Z" }), "UTC", now)).toBe("Review, 2 days");
    expect(noteOf(need("myTasks"), row({ note: "begun" }), "UTC", now)).toBe("begun");
  });
});

describe("the next event", () => {
  it("has its day in words", () => {
    expect(whenOf(event({ underWay: true }), "2026-03-09")).toBe("Going on now");
    expect(whenOf(event({}), "2026-03-09")).toBe("Today");
    expect(whenOf(event({ day: "2026-03-10" }), "2026-03-09")).toBe("Tomorrow");
    expect(whenOf(event({ day: "2026-03-13" }), "2026-03-09")).toBe("Fri 13 Mar");
  });

  it("is started only when it is its time", () => {
    expect(EVENTS.daily.button(event({}))).toBe("Start the Daily Scrum");
    expect(EVENTS.daily.button(event({ now: false }))).toBe("Open the Daily Scrum");
  });

  it("takes place in its room", () => {
    expect(eventPlace(event({ event: "planning" }))).toEqual(["planning", "s1"]);
    expect(eventPlace(event({ event: "planning", sprint: null }))).toEqual(["planning"]);
    expect(eventPlace(event({ event: "retrospective", retro: "r1" }))).toEqual(["retrospective", "r1"]);
    expect(eventPlace(event({ event: "close" }))).toEqual(["board"]);
  });
});
