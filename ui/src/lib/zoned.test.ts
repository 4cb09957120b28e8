import { describe, expect, it } from "vitest";
import { duration } from "./format";
import { instantOf, localOf } from "./zoned";

const BERLIN = "Europe/Berlin";

describe("a day and time of the team's clocks", () => {
  it.each([
    ["2026-03-09T14:05", BERLIN, "2026-03-09T13:05:00.000Z"],
    ["2026-03-09 14:05", BERLIN, "2026-03-09T13:05:00.000Z"],
    ["2026-07-01T00:00", BERLIN, "2026-06-30T22:00:00.000Z"],
    ["2026-03-29T01:59", BERLIN, "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T02:30", BERLIN, "2026-03-29T01:30:00.000Z"], // skipped: the clocks show 03:30
    ["2026-03-29T03:00", BERLIN, "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T02:30", BERLIN, "2026-10-25T00:30:00.000Z"], // twice: the first
    ["2026-10-25T03:00", BERLIN, "2026-10-25T02:00:00.000Z"],
    ["2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00.000Z"], // half an hour was skipped
  ])("%s in %s", (local, zone, instant) => expect(instantOf(local, zone)).toBe(instant));

  it.each(["", "yesterday", "0002-11-25T08:00", "0202-11-25T08:00", "2026-02-30T10:00", "2026-03-09", "2026-03-09T25:00"])("%o is none", (text) => expect(instantOf(text, BERLIN)).toBeNull());

  it("comes back as it was", () => {
    for (const instant of ["2026-03-09T13:05:00.000Z", "2026-10-25T02:00:00.000Z", "2026-03-29T01:00:00.000Z"]) {
      expect(instantOf(localOf(instant, BERLIN), BERLIN)).toBe(instant);
    }
  });
});

describe("a length of time", () => {
  it.each([
    [0, "0 min"], [0.5, "30 min"], [0.999, "1 h"], [3, "3 h"], [22.5, "22 h 30 min"], [23.999, "1 d"], [24, "1 d"], [51, "2 d 3 h"], [47.9, "2 d"],
  ])("%d h", (hours, text) => expect(duration(hours)).toBe(text));
});
