import { expect, test } from "vitest";
import type { ImportReport } from "$lib/contract";
import { AS_READ, columnsOf, withChoice } from "./fields";

const report = {
  columnsRead: [
    { column: "Summary", as: "title", field: "title", rows: 2, sample: "Pay" },
    { column: "Rank", as: "order", field: null, rows: 2, sample: "0|a" },
  ],
  columnsIgnored: [
    { column: "Votes", rows: 0, sample: "" },
    { column: "Urgency", rows: 2, sample: "high" },
  ],
} as unknown as ImportReport;

test("columns say what they are, those without a value last", () => {
  expect(columnsOf(report, {}).map(({ name, choice }) => [name, choice])).toEqual([
    ["Summary", "title"],
    ["Rank", AS_READ],
    ["Urgency", "leaveOut"],
    ["Votes", "leaveOut"],
  ]);
  expect(columnsOf(report, { Urgency: "labels" }).find(({ name }) => name === "Urgency")?.choice).toBe("labels");
});

test("what an item has once belongs to one column", () => {
  expect(withChoice({ A: "title", B: "labels" }, "C", "title")).toEqual({ B: "labels", C: "title" });
  expect(withChoice({ B: "labels" }, "C", "labels")).toEqual({ B: "labels", C: "labels" });
  expect(withChoice({ B: "labels" }, "B", AS_READ)).toEqual({});
});
