import { expect, it } from "vitest";
import type { ItemOutcome, RecordedItem, SprintRecord } from "$lib/contract";
import { byOutcome, scope } from "./record";

const item = (key: string, outcome: ItemOutcome, more: Partial<RecordedItem> = {}): RecordedItem => ({
  item: key, key, title: key, type: "feature", estimateAtStart: 3, estimateAtClose: 3, committed: true, addedAt: null, removedAt: null, outcome, doneAt: null, late: false, reason: "", dodVersion: null, waivers: [], ...more,
});
const items = [
  item("HBR-1", "removed", { removedAt: "2026-03-12T09:00:00Z" }),
  item("HBR-2", "done"),
  item("HBR-3", "split", { estimateAtClose: 1 }),
  item("HBR-4", "done", { committed: false, addedAt: "2026-03-11T09:00:00Z", estimateAtStart: 2, estimateAtClose: 5 }),
  item("HBR-5", "place", { estimateAtStart: null, estimateAtClose: null }),
];

it("tells items by what became of them, Done first", () => {
  expect(byOutcome(items).map(({ outcome, items, points }) => [outcome, items.map(({ key }) => key), points])).toEqual([
    ["done", ["HBR-2", "HBR-4"], 8],
    ["split", ["HBR-3"], 1],
    ["place", ["HBR-5"], 0],
    ["removed", ["HBR-1"], 3],
  ]);
});

it("tells late work apart from what was Done in time", () => {
  const late = item("HBR-6", "done", { late: true, doneAt: "2026-03-21T09:00:00Z", estimateAtClose: 2, estimateAtStart: 2 });
  expect(byOutcome([late, item("HBR-2", "done")]).map(({ title, points }) => [title, points])).toEqual([
    ["Done", 3],
    ["Done late, after the planned end", 2],
  ]);
  expect(scope({ items: [late] } as unknown as SprintRecord).late).toBe(1);
});

it("counts what changed after the start; the rest of a split is no new estimate", () => {
  expect(scope({ items } as SprintRecord)).toEqual({ added: 1, removed: 1, reestimated: 1, late: 0 });
});
