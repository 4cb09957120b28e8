import { expect, test } from "vitest";
import { matching, offsetOf, zones } from "./zones";

const WINTER = new Date("2026-01-15T12:00:00Z");

test("a zone is found by its city, its region or its offset", () => {
  const all = zones("Europe/Oslo", WINTER);
  expect(matching(all, "oslo")[0]).toMatchObject({ name: "Europe/Oslo", city: "Oslo", region: "Europe", offset: "UTC+1" });
  expect(matching(all, "new york")[0]?.name).toBe("America/New_York");
  expect(matching(all, "america los").map((zone) => zone.name)).toContain("America/Los_Angeles");
  expect(matching(all, "utc-5").map((zone) => zone.name)).toContain("America/New_York");
  expect(matching(all, "atlantis")).toEqual([]);
});

test("a city that begins with what was typed comes first", () => {
  expect(matching(zones("UTC", WINTER), "rome")[0]?.name).toBe("Europe/Rome");
});

test("the zone in use is listed though the machine does not know it", () => {
  expect(zones("Mars/Olympus", WINTER).map((zone) => zone.name)).toContain("Mars/Olympus");
  expect(offsetOf("Mars/Olympus", WINTER)).toBe("");
});
