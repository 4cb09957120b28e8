import { expect, it } from "vitest";
import type { PersonCapacity, SprintCapacity } from "$lib/contract";
import { ahead, aside, standing, warnings } from "./words";

const person = (change: Partial<PersonCapacity>): PersonCapacity => ({ person: "bo", focus: { hours: 6, usual: true }, days: 10, daysOffCount: 0, daysOff: [], hours: 60, left: null, remaining: 0, ...change });
const off = (firstDay: string, lastDay = firstDay) => ({ id: firstDay, firstDay, lastDay, note: "" });

it("warns before the capacity is passed, and past it", () => {
  const at = (remaining: number, hours = 60) => standing({ remaining, hours });
  expect([at(0), at(53.9), at(54), at(60), at(60.1)]).toEqual(["none", "inside", "near", "near", "over"]);
  expect([at(0, 0), at(1, 0)]).toEqual(["none", "over"]);
});

it("says who is over and by how much", () => {
  const capacity: SprintCapacity = {
    workingDays: 10, hours: 120, left: null, remaining: 110.5, unassigned: 0, withoutHours: 0,
    people: [person({ remaining: 55.5, hours: 48 }), person({ person: "cy", remaining: 55 }), person({ person: "di" })],
  };
  expect(warnings(capacity, (id) => id)).toEqual(["9.5 h of the team's capacity are left.", "bo is 7.5 h over.", "cy is nearly full."]);
  expect(warnings({ ...capacity, remaining: 121, people: [] }, (id) => id)).toEqual(["The tasks take 1 h more than the team has."]);
  expect(warnings({ ...capacity, remaining: 20, people: [] }, (id) => id)).toEqual([]);
});

it("says what differs from the usual", () => {
  expect(aside(person({}))).toBe("");
  expect(aside(person({ daysOffCount: 1, daysOff: [off("2026-03-20")] }))).toBe("off Fri 20 Mar");
  expect(aside(person({ daysOffCount: 4, daysOff: [off("2026-03-12", "2026-03-17")], focus: { hours: 2.4, usual: false } }))).toBe("4 days off, 2.4 h a day");
  // On a weekend it costs nothing, and is not said.
  expect(aside(person({ daysOff: [off("2026-03-15")] }))).toBe("");
});

it("looks ahead from today", () => {
  const days = [off("2026-03-02", "2026-03-06"), off("2026-03-20"), off("2026-04-01", "2026-04-03")];
  expect(ahead(days, "2026-03-07")).toBe("off Fri 20 Mar and 1 more");
  expect(ahead(days, "2026-04-03")).toBe("off 1 – 3 April");
  expect(ahead(days, "2026-04-04")).toBe("");
});
