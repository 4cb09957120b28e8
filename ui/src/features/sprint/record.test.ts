import { expect, it } from "vitest";
import type { ItemOutcome, RecordedItem } from "$lib/contract";
import { atStart, byOutcome, changesInWords } from "./record";

const item = (key: string, outcome: ItemOutcome, more: Partial<RecordedItem> = {}): RecordedItem => ({
  item: key, key, title: key, type: "feature", estimateAtStart: 3, estimateAtClose: 3, committed: true, addedAt: null, removedAt: null, outcome, doneAt: null, late: false, reestimated: false, kept: null, remainder: null, reason: "", dodVersion: null, waivers: [], ...more,
});
const items = [
  item("HBR-1", "removed", { removedAt: "2026-03-12T09:00:00Z" }),
  item("HBR-2", "done"),
  item("HBR-3", "split", { estimateAtClose: 1 }),
  item("HBR-4", "done", { committed: false, addedAt: "2026-03-11T09:00:00Z", estimateAtStart: 2, estimateAtClose: 5 }),
  item("HBR-5", "place", { estimateAtStart: null, estimateAtClose: null }),
];

it("tells items by what became of them, Done first", () => {
  expect(byOutcome(items).map(({ outcome, items, points, unestimated }) => [outcome, items.map(({ key }) => key), points, unestimated])).toEqual([
    ["done", ["HBR-2", "HBR-4"], 8, 0],
    ["split", ["HBR-3"], 1, 0],
    ["place", ["HBR-5"], 0, 1],
    ["removed", ["HBR-1"], 3, 0],
  ]);
});

it("tells late work apart from what was Done in time", () => {
  const late = item("HBR-6", "done", { late: true, doneAt: "2026-03-21T09:00:00Z", estimateAtClose: 2, estimateAtStart: 2 });
  expect(byOutcome([late, item("HBR-2", "done")]).map(({ title, points }) => [title, points])).toEqual([
    ["Done", 3],
    ["Done late, after the planned end", 2],
  ]);
});

it("tells what changed after the start in the words of the chart", () => {
  const none = { added: 0, removed: 0, cancelled: 0, reestimated: 0, late: 0 };
  expect(changesInWords(none)).toBe("No change of scope");
  expect(changesInWords({ ...none, added: 2, cancelled: 1, reestimated: 1 })).toBe("2 added, 1 cancelled, 1 estimated anew");
  expect(changesInWords({ ...none, late: 1 })).toBe("No change of scope; 1 late");
});

it("knows no estimate at the start of what came later", () => {
  expect(items.map(atStart)).toEqual([3, 3, 3, null, null]);
});
