import { expect, it } from "vitest";
import { endedInWords, offInWords } from "./dates";

const endDay = "2026-12-04";

it("tells the end of a sprint where it was another than planned", () => {
  expect(endedInWords({ endDay, endedDay: null })).toBeNull();
  expect(endedInWords({ endDay, endedDay: endDay })).toBeNull();
  expect(endedInWords({ endDay, endedDay: "2026-11-26" })).toBe("ended 26 November");
});

it("tells how far off the plan that was, in working days", () => {
  expect(offInWords({ endDay, ended: { day: "2026-11-26", earlyDays: 6 } })).toBe("6 working days early");
  expect(offInWords({ endDay, ended: { day: endDay, earlyDays: 0 } })).toBeNull();
  expect(offInWords({ endDay, ended: { day: "2026-12-07", earlyDays: 0 } })).toBe("after the planned end");
  expect(offInWords({ endDay, ended: null })).toBeNull();
});
