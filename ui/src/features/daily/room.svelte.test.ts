import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Daily, DailyPerson, Name, PlanChoice } from "$lib/contract";
import { announcer } from "$lib/announce";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { DailyRoom } from "./room.svelte";

const person = (id: string, change: Partial<DailyPerson> = {}): DailyPerson => ({
  person: id, name: `${id} Surname`, spokenMs: 0, speaking: false, spoke: false, moved: [], yesterday: [], today: [], impediments: [], voted: false, confidence: null, ...change,
});
const choice = (change: Partial<PlanChoice>): PlanChoice => ({ item: null, task: null, impediment: null, key: "HBR-1", title: "Pier", people: [], ...change });
const choices = [choice({ item: "pier" }), choice({ item: "pier", task: "piles", title: "Drive the piles", people: ["bo"] }), choice({ item: "fare", key: "HBR-2", title: "Fare", people: ["bo"] }), choice({ impediment: "crane", key: "IMP-1", title: "The crane is locked" })];
let daily: Daily;
let asked: { name: Name; request: unknown }[];
let refuse: boolean;
let params: string[];
let stop = () => {};

beforeEach(() => {
  [asked, refuse, params, toasts.list] = [[], false, [], []];
  daily = {
    id: "d", product: "hbr", sprint: "s", sprintName: "Sprint 1", goal: "Rebook", day: "2026-03-26", dayOff: null, round: "people", startedAt: "2026-03-26T08:45:00Z", endedAt: null, underWay: true, open: true,
    since: "2026-03-25T08:45:00Z", previousDay: null, skippedDays: 0, until: "2026-03-26T08:50:00Z", clockMs: 0, items: [], turns: [], others: [], choices,
    people: [person("ana", { spoke: true, speaking: true }), person("bo"), person("cy")],
    vote: { votes: 0, of: 3, revealed: false, average: null, previous: null, trend: [] },
  };
  session.workspace = { id: "w", name: "W", path: "/w", people: [{ id: "bo", name: "bo Surname", removed: false }, { id: "eve", name: "Eve", removed: false }], products: [{ id: "hbr", timeZone: "UTC", members: [] }] } as never;
  session.actAs("bo");
  useHost({
    rpc: async (name, request) => {
      const answers: Partial<Record<Name, unknown>> = {
        "daily.today": { day: "2026-03-26", dayOff: null, sprint: "s", sprintName: "Sprint 1", daily: "d", underWay: true, previousDay: null, previousAt: null, skippedDays: 0 },
        "daily.get": daily, "sprint.list": { sprints: [] }, "daily.list": { dailies: [], trend: [] }, "timer.get": { timer: null, now: daily.until },
      };
      if (name in answers) return { value: answers[name], action: null, guidance: [] } as never;
      asked.push({ name, request });
      if (refuse) throw { code: "daily_past", message: "The Daily Scrum of 2026-03-26 is over, and what was said in it stays as it was.", hint: "Say it in today's Daily Scrum." };
      return { value: name === "daily.plan" ? { text: "planned" } : daily, action: { id: "act", label: "Done" }, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});
afterEach(() => {
  stop();
  client.clear();
});

async function shown(): Promise<DailyRoom> {
  let room!: DailyRoom;
  stop = $effect.root(() => {
    room = new DailyRoom(() => params);
  });
  flushSync();
  for (let tries = 0; !room.data && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 1));
  return room;
}

it("knows who is next, and that the vote comes after the last", async () => {
  const room = await shown();
  expect([room.speaker?.person, room.nextPerson?.person, room.next]).toEqual(["ana", "bo", "bo"]);
  daily = { ...daily, people: [person("ana", { spoke: true }), person("bo", { spoke: true, speaking: true }), person("cy")] };
  await client.invalidateQueries();
  flushSync();
  expect(room.next).toBe("cy");
  daily = { ...daily, people: [person("ana"), person("bo", { spoke: true }), person("cy", { spoke: true, speaking: true })] };
  await client.invalidateQueries();
  flushSync();
  expect(room.next, "who was passed over comes round").toBe("ana");
  daily = { ...daily, people: daily.people.map((one) => ({ ...one, spoke: true })) };
  await client.invalidateQueries();
  flushSync();
  expect(room.next).toBe("Goal vote");
});

it("goes on by a key and says whose turn it is", async () => {
  const room = await shown();
  await room.turn();
  expect(asked).toEqual([{ name: "daily.next", request: { daily: "d" } }]);
  expect(announcer.text).toContain("ana Surname speaks");
});

it("votes for whoever acts, never says the number, and tells who does not take part", async () => {
  const room = await shown();
  await room.voteAsMe(4);
  expect(asked.at(-1)).toEqual({ name: "daily.vote", request: { daily: "d", person: "bo", confidence: 4 } });
  expect(announcer.text).not.toContain("4");
  session.actAs("eve");
  await room.voteAsMe(4);
  expect(asked).toHaveLength(1);
  expect(toasts.list.at(-1)?.message).toContain("Eve does not take part");
});

it("offers what is theirs first, and not what they have planned", async () => {
  const room = await shown();
  room.adding.plan("bo");
  expect(room.adding.offered.map(({ title }) => title)).toEqual(["Drive the piles", "Fare", "Pier", "The crane is locked"]);
  room.adding.type("hbr-1 pi");
  expect(room.adding.offered.map(({ title }) => title)).toEqual(["Drive the piles", "Pier"]);
  expect(room.adding.at, "the words as they are").toBe(-1);
  room.adding.step(1);
  await room.adding.add();
  expect(asked.at(-1)).toEqual({ name: "daily.plan", request: { daily: "d", person: "bo", task: "piles" } });
  expect([room.adding.text, room.adding.open]).toEqual(["", { person: "bo", what: "plan" }]);
  room.adding.type("Call the port");
  await room.adding.add();
  expect(asked.at(-1)).toEqual({ name: "daily.plan", request: { daily: "d", person: "bo", text: "Call the port" } });
});

it("keeps what was refused, with the reason beside it", async () => {
  const room = await shown();
  room.adding.plan("bo");
  room.adding.type("Too late");
  refuse = true;
  expect(await room.adding.add()).toBe(false);
  expect([room.adding.text, room.adding.error?.code, toasts.list.length]).toEqual(["Too late", "daily_past", 0]);
  room.adding.raise("bo");
  expect([room.adding.text, room.adding.error, room.adding.item], "another thing begins anew, with what they are at").toEqual(["", null, "fare"]);
  room.adding.type("The crane is locked");
  expect(await room.adding.send()).toBeNull();
  refuse = false;
  await room.adding.send();
  expect(asked.at(-1)).toEqual({ name: "daily.raise", request: { daily: "d", person: "bo", title: "The crane is locked", items: ["fare"], owner: undefined } });
  expect(room.adding.open).toBeNull();
});

it("lists a sprint's by its address, and starts today's where it can be seen", async () => {
  params = ["days", "old"];
  const room = await shown();
  expect([room.listing, room.id, room.sprint]).toEqual([true, null, "old"]);
  await room.start("board");
  expect(asked.at(-1)).toEqual({ name: "daily.start", request: { product: "hbr", round: "board" } });
  expect([router.room, router.params]).toEqual(["daily", []]);
});
