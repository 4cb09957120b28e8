import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Name, Review, ReviewRow } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { ReviewRoom } from "./room.svelte";

let review: Review;
let asked: { name: Name; request: Record<string, unknown> }[];
let refuse: Partial<Record<Name, string>>;
let sprints: { id: string; state: string }[];
/** A note whose answer takes long, and the notes in the order they were kept. */
let slow: string | null;
let kept: string[];
let rows: Partial<ReviewRow>[];
let params: string[];
let stop = () => {};

beforeEach(() => {
  localStorage.clear();
  [asked, refuse, params, toasts.list, slow, kept] = [[], {}, [], [], null, []];
  sprints = [{ id: "s2", state: "active" }, { id: "s1", state: "closed" }];
  rows = [{ id: "r", sprint: "s2", state: "prepared" }];
  review = {
    id: "r", state: "prepared", startedAt: null, endedAt: null, goalMet: null, goalReason: "", attendees: [], timebox: 0, length: 60, feedback: [], outcome: [], notes: "", minutes: "# M", minutesWritten: "# M", minutesWorded: false,
    points: [{ id: "p", item: "i", key: "HBR-1", title: "Pier", type: "feature", estimate: 2, increment: null, presenter: null, timebox: null }],
  };
  session.workspace = { id: "w", name: "W", path: "/w", people: [], products: [{ id: "hbr", timeZone: "UTC", members: [] }] } as never;
  useHost({
    rpc: async (name, request) => {
      const sprint = (request as { sprint?: string }).sprint;
      if (name === "review.get") return { value: { sprint: sprints.find(({ id }) => id === sprint), review: { ...review } } } as never;
      if (name === "review.list") return { value: { reviews: rows } } as never;
      if (name === "sprint.list") return { value: { sprints } } as never;
      asked.push({ name, request: request as never });
      const code = refuse[name];
      if (slow === (request as { text?: string }).text) await new Promise((resolve) => setTimeout(resolve, 20));
      if (name === "feedback.add") kept.push((request as { text: string }).text);
      if (code) throw { code, message: "Refused.", hint: "" };
      if (name === "review.start") review = { ...review, state: "running", startedAt: "2026-03-13T12:00:00Z" };
      if (name === "review.judgeGoal") review = { ...review, goalMet: (request as { met?: boolean }).met ?? null };
      if (name === "review.end") review = { ...review, state: "ended", endedAt: "2026-03-13T13:00:00Z" };
      return { value: { feedback: { id: "f" } }, action: { id: "act", label: "Done" }, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});
afterEach(() => {
  stop();
  client.clear();
});

async function shown(): Promise<ReviewRoom> {
  let room!: ReviewRoom;
  stop = $effect.root(() => {
    room = new ReviewRoom(() => params);
  });
  flushSync();
  for (let tries = 0; !room.review && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 1));
  return room;
}

const names = () => asked.map(({ name }) => name);

test("asked for twice, it is started once", async () => {
  const room = await shown();
  await Promise.all([room.start(), room.start()]);
  expect([names(), toasts.list.map(({ tone }) => tone)]).toEqual([["review.start"], [expect.not.stringContaining("error")]]);
});

test("its end saves what was begun first, each an action of its own", async () => {
  review = { ...review, state: "running" };
  const room = await shown();
  await room.verdict.choose("missed");
  room.verdict.reason = "The port was shut";
  room.notes.text = "Bring cake";
  room.draft("p").text = "Show the price";
  room.speaker = { guest: "Mia" };
  room.minutes.text = "# By hand";
  expect(room.begun).toEqual({ verdict: true, notes: true, minutes: true, remarks: 1 });
  expect(await room.end("missed")).toBeNull();
  expect(asked).toEqual([
    { name: "review.judgeGoal", request: { review: "r", reason: "The port was shut", met: false } },
    { name: "review.write", request: { review: "r", notes: "Bring cake" } },
    { name: "feedback.add", request: { review: "r", text: "Show the price", by: { guest: "Mia" }, point: "p" } },
    { name: "review.end", request: { review: "r" } },
  ]);
  // Minutes that are worded by hand may be worded on when it is over.
  expect([room.draft("p").changed, room.minutes.changed]).toEqual([false, true]);
});

test.each(["review.judgeGoal", "review.write", "feedback.add"] as const)("where %s is refused, the Review goes on and nothing begun is lost", async (name) => {
  review = { ...review, state: "running" };
  refuse = { [name]: "review_said" };
  const room = await shown();
  room.ending = true;
  await room.verdict.choose("missed");
  room.verdict.reason = "Fog";
  room.notes.text = "Bring cake";
  room.draft(null).text = "Nice";
  expect((await room.end("missed"))?.code).toBe("review_said");
  expect([names().includes("review.end"), room.ending, room.draft(null).changed]).toEqual([false, true, true]);
});

test("a verdict that is left open is let go and not said", async () => {
  review = { ...review, state: "running" };
  const room = await shown();
  await room.verdict.choose("missed");
  await room.end("open");
  expect([names(), room.verdict.waits]).toEqual([["review.end"], false]);
});

test("without a sprint in the address it is the Review under way, and stays it when that ends", async () => {
  rows = [{ id: "r2", sprint: "s2", state: "prepared" }, { id: "r", sprint: "s1", state: "running" }];
  review = { ...review, state: "running" };
  const room = await shown();
  expect(room.id).toBe("s1");
  await room.end("open");
  expect(window.location.hash).toBe("#/review/s1");
});

test("of several under way it is that of the active sprint, and without any that sprint's", async () => {
  rows = [{ id: "r", sprint: "s1", state: "running" }, { id: "r2", sprint: "s2", state: "running" }];
  expect((await shown()).id).toBe("s2");
  stop();
  client.clear();
  rows = [{ id: "r", sprint: "s1", state: "ended" }];
  expect((await shown()).id).toBe("s2");
});

test("remarks written quickly are kept in the order they were said", async () => {
  const room = await shown();
  slow = "First";
  await Promise.all([room.say(null, "First", {}), room.say(null, "Second", {})]);
  expect(kept).toEqual(["First", "Second"]);
});
