import { expect, test } from "vitest";
import type { StoryEntry } from "$lib/contract";
import { byDay } from "./story";

const entry = (id: number, at: string): StoryEntry => ({ id, action: `a${id}`, at, person: null, text: `did ${id}`, undone: false });

test("a story is told by the team's days, whatever the clock of the file says", () => {
  const entries = [entry(4, "2026-03-11T00:30:00Z"), entry(3, "2026-03-10T23:10:00Z"), entry(2, "2026-03-10T12:00:00Z"), entry(1, "2026-03-10T03:00:00Z")];
  const told = (zone: string) => byDay(entries, zone).map(({ day, entries }) => [day, entries.map(({ id }) => id)]);
  expect(told("UTC")).toEqual([["2026-03-11", [4]], ["2026-03-10", [3, 2, 1]]]);
  expect(told("Europe/Berlin")).toEqual([["2026-03-11", [4, 3]], ["2026-03-10", [2, 1]]]);
  expect(told("America/New_York")).toEqual([["2026-03-10", [4, 3, 2]], ["2026-03-09", [1]]]);
  expect(byDay([], "UTC")).toEqual([]);
});
