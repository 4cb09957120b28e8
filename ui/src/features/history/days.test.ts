import { describe, expect, it } from "vitest";
import { dayOf, headOf, timeOf } from "./days";

const now = new Date("2026-03-10T08:00:00Z");

describe("the team's days", () => {
  it.each([
    ["2026-03-09T23:30:00Z", "Europe/Berlin", "2026-03-10", "00:30"],
    ["2026-03-09T23:30:00Z", "America/Lima", "2026-03-09", "18:30"],
    ["2026-03-29T01:30:00Z", "Europe/Berlin", "2026-03-29", "03:30"],
  ])("puts %s in %s on %s at %s", (at, zone, day, time) => expect([dayOf(at, zone), timeOf(at, zone)]).toEqual([day, time]));

  it.each([
    ["2026-03-10", "Today, Tue 10 Mar"],
    ["2026-03-09", "Yesterday, Mon 9 Mar"],
    ["2026-03-06", "Fri 6 Mar"],
    ["2025-12-31", "Wed 31 Dec 2025"],
  ])("heads %s as %s", (day, head) => expect(headOf(day, "Europe/Berlin", now)).toBe(head));

  it("knows yesterday across a month's end", () => expect(headOf("2026-02-28", "UTC", new Date("2026-03-01T10:00:00Z"))).toBe("Yesterday, Sat 28 Feb"));
});
