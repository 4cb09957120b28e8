import { expect, test } from "vitest";
import type { Attendee, BacklogForecast, Feedback, LinkedItem } from "$lib/contract";
import { likelihood, reachInWords, toForecast, whyNoOutlook } from "./outlook";
import { became, begunInWords, byPresence, inWords, kept, moved, NOBODY, refusedMinutes, roomLeft, speakerBehind, speakerOf, valueOf } from "./words";

const item = (change: Partial<LinkedItem> = {}): LinkedItem => ({ id: "i", key: "HBR-41", title: "Price", type: "feature", estimate: null, resolution: null, sprint: null, ...change });
const said = (change: Partial<Feedback> = {}): Feedback => ({ id: "f", point: null, text: "Show the price", person: null, name: "", saidAt: "2026-03-09T09:00:00Z", item: item(), itemSprint: null, itemBlocked: false, itemParts: [], ...change });

test("what became of feedback is told by its item", () => {
  expect(became(said({ item: null }))).toBe("");
  expect(became(said())).toBe("in the Product Backlog");
  expect(became(said({ itemSprint: "Sprint 6" }))).toBe("in Sprint 6");
  expect(became(said({ itemSprint: "Sprint 6", itemBlocked: true }))).toBe("in Sprint 6, blocked");
  expect(became(said({ item: item({ resolution: "done" }), itemSprint: "Sprint 6" }))).toBe("Done");
  expect(became(said({ item: item({ resolution: "cancelled" }) }))).toBe("cancelled");
  expect(became(said({ item: item({ resolution: "split" }), itemParts: [item({ key: "HBR-42" }), item({ key: "HBR-43" })] }))).toBe("split into HBR-42 and HBR-43");
});

test("speakers go through a list of values and come back", () => {
  for (const by of [{ person: "p1" }, { guest: "Mia, port: of Oslo" }, {}]) expect(speakerOf(valueOf(by))).toEqual(by);
  expect(valueOf({})).toBe(NOBODY);
  expect(speakerBehind(said({ person: "p1", name: "Ada" }))).toEqual({ person: "p1" });
  expect(speakerBehind(said({ name: "Mia" }))).toEqual({ guest: "Mia" });
  expect(speakerBehind(said())).toEqual({});
});

test("those present come first, and of them whom the Review is for", () => {
  const one = (id: string, person: string | null, present: boolean): Attendee => ({ id, person, name: id, present });
  const all = [one("dev-away", "d1", false), one("dev", "d2", true), one("guest-away", null, false), one("stakeholder", "s", true)];
  const order = byPresence(all, (person) => person === null || person === "s").map(({ id }) => id);
  expect(order).toEqual(["stakeholder", "dev", "guest-away", "dev-away"]);
});

test("what was kept of the commitment", () => {
  const delivered = { committedItems: 5, committedPoints: 21, committedDoneItems: 3, committedDonePoints: 13.5, doneItems: 4, donePoints: 15 };
  expect(kept(delivered)).toBe("3 of 5 items committed, 13.5 of 21 points");
  expect(kept({ ...delivered, committedItems: 0 })).toBe("Nothing was committed to");
});

test("the outlook is the sprint planned next, or the first after the active one", () => {
  const reach = (rows: number) => ({ rows, points: 0, beyond: false });
  const sprint = (id: string | null, name: string, likely: number, even: number) => ({ sprint: id, name, endDay: "2026-03-20", workingDays: 9, likely: reach(likely), even: reach(even) });
  const sprints = [sprint("a", "Sprint 6", 0, 2), sprint(null, "Sprint 7", 3, 7), sprint("c", "Sprint 8", 5, 9)];
  expect(toForecast(sprints, null)).toEqual({ name: "Sprint 7", likely: 3, even: 7 });
  expect(toForecast(sprints, "c")?.name).toBe("Sprint 8");
  expect(toForecast([sprint("a", "Sprint 6", 0, 0)], null)).toBeNull();
  expect(toForecast([], null)).toBeNull();
  expect([reachInWords({ likely: 3, even: 7 }), reachInWords({ likely: 0, even: 3 }), reachInWords({ likely: 1, even: 1 }), reachInWords({ likely: 4, even: 4 })]).toEqual(["the first 3 to 7 rows", "perhaps the first 3 rows", "the first row", "the first 4 rows"]);
  expect([likelihood({ likely: 0, even: 3 }), likelihood({ likely: 3, even: 7 }), likelihood({ likely: 4, even: 4 })]).toEqual(["50% likely; none of them is 85% likely", "85% to 50% likely", "85% likely"]);
});

test("minutes that are not whole are refused in the right words", () => {
  for (const taken of [null, 0, 1, 480, 481]) expect(refusedMinutes(taken)).toBeNull(); // what is whole the app judges
  expect(refusedMinutes(12.5)?.message).toBe("12.5 is no whole number of minutes.");
  expect(refusedMinutes(-5)?.message).toBe("−5 is less than nothing.");
  expect(refusedMinutes(1e12)?.message).toBe("1,000,000,000,000 is too long.");
});

test("a point stands at its new place at once", () => {
  const order = (id: string, to: number) => moved([{ id: "a" }, { id: "b" }, { id: "c" }], id, to).map((point) => point.id).join("");
  expect([order("a", 1), order("a", 2), order("c", 0), order("b", 9), order("x", 0)]).toEqual(["bac", "bca", "cab", "acb", "abc"]);
});

test("what is nearly too long says so, and nothing is cut", () => {
  expect(roomLeft("a".repeat(90), 100)).toBeNull();
  expect(roomLeft("a".repeat(91), 100)).toEqual({ words: "91 of 100 characters", over: false });
  expect(roomLeft("å".repeat(101), 100)).toEqual({ words: "101 of 100 characters: too long to keep", over: true });
  expect(roomLeft("🚢".repeat(100), 100)?.over).toBe(false);
});

test("names stand in a row, and of many some", () => {
  expect([inWords(["A"]), inWords(["A", "B", "C"], 3), inWords(["A", "B", "C", "D", "E"], 3)]).toEqual(["A", "A, B and C", "A, B, C and 2 more"]);
  expect(inWords(["Ada", "Mia, port of Oslo"])).toBe("Ada; Mia, port of Oslo");
});

test("what was begun says whether the end saves it", () => {
  expect(begunInWords({ verdict: false, notes: false, minutes: false, remarks: 0 })).toEqual({ saved: "", waits: "" });
  expect(begunInWords({ verdict: true, notes: true, minutes: false, remarks: 2 }).saved).toBe("Begun and not saved yet: what was said of the Sprint Goal, the notes and 2 remarks. That is saved with it.");
  expect(begunInWords({ verdict: false, notes: false, minutes: true, remarks: 0 })).toEqual({ saved: "", waits: expect.stringContaining("Go on writing") });
});

test("an outlook that reaches nothing says why", () => {
  const told = (name: string, rows: number, beyond = false) => ({ sprint: name, name, endDay: "2026-03-20", workingDays: 9, likely: { rows: 0, points: 0, beyond }, even: { rows, points: 0, beyond } });
  const forecast = (sprints: BacklogForecast["sprints"], basis: Partial<BacklogForecast["basis"]>) => ({ basis: { thin: null, aheadItems: 0, ...basis }, sprints }) as BacklogForecast;
  const full = [told("Sprint 6", 0), told("Sprint 7", 0), told("Sprint 8", 2)];
  expect(whyNoOutlook(forecast([], { thin: "A forecast needs 10 working days of history; there are 3." }), null)).toBe("A forecast needs 10 working days of history; there are 3.");
  expect(whyNoOutlook(forecast(full, { aheadItems: 42 }), null)).toBe("42 items open in sprints come before the Product Backlog, and take all that is likely to be Done by the end of Sprint 7. Sprint 8 is the first that may get to it.");
  expect(whyNoOutlook(forecast(full.slice(0, 2), { aheadItems: 1 }), "Sprint 6")).toBe("1 item open in sprints comes before the Product Backlog, and takes all that is likely to be Done by the end of Sprint 6.");
  expect(whyNoOutlook(forecast(full, { aheadItems: 42 }), "Sprint 8")).toBeNull();
  expect(whyNoOutlook(forecast([told("Sprint 6", 0, true)], { aheadItems: 4 }), null)).toBe("There is nothing in the Product Backlog.");
});
