import { expect, it } from "vitest";
import type { Daily, Moved, TrendPoint } from "$lib/contract";
import { marks, stretches } from "./ruler";
import { moment, notes, since } from "./since";
import { trendLines } from "./trend";
import { way } from "./words";

const MINUTE = 60_000;
const person = (id: string, spoke: boolean) => ({ person: id, spoke }) as Daily["people"][number];
const turn = (id: string, fromMs: number, toMs: number | null) => ({ person: id, item: null, fromMs, toMs });

it("shares what is left among those who are still to speak, and the vote", () => {
  const people = [person("a", true), person("b", true), person("c", false), person("d", false)];
  const turns = [turn("a", 0, 2 * MINUTE), turn("b", 2 * MINUTE, null)];
  const { all, until } = stretches({ people, turns, round: "people", items: [] }, 3 * MINUTE, 15 * MINUTE);
  expect(until).toBe(15 * MINUTE);
  expect(all.map(({ person, from, to, kind }) => [person, from / MINUTE, to / MINUTE, kind])).toEqual([
    ["a", 0, 2, "past"],
    ["b", 2, 3, "now"],
    ["c", 3, 7, "expected"],
    ["d", 7, 11, "expected"],
  ]);
});

it("grows over the end of the timebox and expects nobody there", () => {
  const { all, until } = stretches({ people: [person("a", true), person("b", false)], turns: [turn("a", 0, null)], round: "people", items: [] }, 17 * MINUTE, 15 * MINUTE);
  expect([until / MINUTE, all.length]).toEqual([17, 1]);
  expect(marks(until).filter(({ named }) => named).map(({ minute }) => minute)).toEqual([0, 5, 10, 15]);
  expect(marks(90 * MINUTE).filter(({ named }) => named).map(({ minute }) => minute)).toEqual([0, 60]);
});

it("never draws a turn backwards when the window's clock lags behind the file", () => {
  const { all } = stretches({ people: [], turns: [turn("a", 5 * MINUTE, null)], round: "board", items: [] }, 4 * MINUTE, 15 * MINUTE);
  expect(all[0]).toMatchObject({ from: 5 * MINUTE, to: 5 * MINUTE });
});

it("breaks the line of the trend where a day has no vote", () => {
  const point = (day: string, average: number | null): TrendPoint => ({ day, daily: null, average, votes: 0 });
  const runs = trendLines([point("a", 5), point("b", 1), point("c", null), point("d", 3)], 98, 24);
  expect(runs.map((run) => run.map(({ day, x, y }) => [day, x, y]))).toEqual([[["a", 4, 4], ["b", 34, 20]], [["d", 94, 12]]]);
  expect(trendLines([], 98, 24)).toEqual([]);
});

it("says since when, in the team's zone, and what is to know about the day", () => {
  expect(moment("2026-03-26T08:45:00Z", "Europe/Berlin", "2026-03-29T07:45:00Z")).toBe("Thu 09:45");
  expect(moment("2026-03-29T07:45:00Z", "Europe/Berlin", "2026-03-30T07:45:00Z")).toBe("Sun 09:45");
  expect(moment("2026-03-09T08:45:00Z", "Europe/Berlin", "2026-03-29T07:45:00Z")).toContain("9 Mar");
  expect(since({ since: "2026-03-26T08:45:00Z", until: "2026-03-27T08:45:00Z" }, "UTC")).toBe("Since Thu 08:45");
  expect(notes({ dayOff: null, skippedDays: 0, previousDay: "2026-03-26" })).toEqual([]);
  expect(notes({ dayOff: "This is no working day: Easter.", skippedDays: 2, previousDay: "2026-03-26" })).toEqual([
    "This is no working day: Easter. The Daily Scrum can be held all the same.",
    "The Daily Scrum was left out on 2 working days before this one, so it looks further back.",
  ]);
});

it("tells what moved in words", () => {
  const moved = (kind: Moved["kind"], from: string | null, to: string | null) => way({ kind, from, to } as Moved);
  expect(moved("moved", "To Do", "Review")).toEqual({ from: "To Do", to: "Review", tone: "go" });
  expect(moved("blocked", null, null)).toEqual({ from: null, to: "Blocked", tone: "bad" });
  expect(moved("estimated", null, "0.5")).toEqual({ from: "No estimate", to: "½ points", tone: "go" });
  expect(moved("added", null, "Done").tone).toBe("ok");
  expect(moved("removed", null, "Split").to).toBe("Split");
});
