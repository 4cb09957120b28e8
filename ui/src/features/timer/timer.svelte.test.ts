import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Name, Timer } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { clock, figure, spoken } from "./clock";
import { TimerEnds } from "./ends.svelte";
import { TimerOf } from "./timer.svelte";

const SUBJECT = { product: "hbr", kind: "retro", subject: "topic", label: "Slow tests", seconds: 300 } as const;
const made = (change: Partial<Timer> = {}): Timer => ({
  id: "t", product: "hbr", kind: "retro", subject: "topic", label: "Slow tests", state: "running", lengthSeconds: 300, spentMs: 60_000, leftMs: 240_000,
  endsAt: null, startedAt: "2026-03-09T09:00:00Z", toldAt: null, endSays: "The 5 minutes are over.", now: "2026-03-09T09:01:00Z", ...change,
});
let asked: { name: Name; request: unknown }[];
let timer: Timer | null;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2030-01-01T00:00:00Z") }); // The machine's clock need not be the host's.
  [asked, timer] = [[], made()];
  toasts.list = [];
  useHost({
    rpc: async (name, request) => {
      const answers: Partial<Record<Name, unknown>> = { "timer.get": { timer, now: timer?.now }, "timer.running": { timers: timer ? [timer] : [], now: timer?.now } };
      if (!(name in answers)) asked.push({ name, request });
      return { value: answers[name] ?? {}, action: null, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});
afterEach(() => {
  stop();
  client.clear();
  vi.useRealTimers();
});

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
}

async function shown(): Promise<TimerOf> {
  let one!: TimerOf;
  stop = $effect.root(() => {
    one = new TimerOf(() => SUBJECT);
  });
  flushSync();
  await pass(1);
  return one;
}

it("counts on from the answer, whatever the machine's clock says of the day", async () => {
  const one = await shown();
  expect(Math.ceil(one.leftMs / 1000)).toBe(240);
  await pass(5_000);
  expect([clock(one.leftMs), figure(one.spentMs / 1000)]).toEqual(["3:55", "1:05"]);
  // What the host says next is believed: it was asleep, or its clock was set.
  timer = made({ leftMs: 30_000, spentMs: 270_000 });
  await pass(6_000);
  expect(clock(one.leftMs)).toMatch(/^0:(30|2\d)$/);
});

it("does not count what is paused, and knows over from stopped", async () => {
  timer = made({ state: "paused" });
  const one = await shown();
  await pass(20_000);
  expect([clock(one.leftMs), one.live, one.over]).toEqual(["4:00", true, false]);
  await one.toggle();
  expect(asked.at(-1)).toEqual({ name: "timer.resume", request: { timer: "t" } });
  timer = made({ leftMs: -7_000 });
  await client.invalidateQueries();
  await pass(1);
  expect([clock(one.leftMs), one.over]).toEqual(["+0:07", true]);
  timer = made({ state: "stopped", leftMs: -7_000 });
  await client.invalidateQueries();
  await pass(1);
  expect([one.live, one.over]).toEqual([false, false]);
  await one.extend(60);
  expect(asked).toHaveLength(1);
  await one.start();
  expect(asked.at(-1)).toEqual({ name: "timer.start", request: SUBJECT });
});

it("never gives back what was left when the machine's clock goes back", async () => {
  const one = await shown();
  vi.setSystemTime(new Date("2029-12-31T00:00:00Z"));
  await pass(250);
  expect(one.leftMs).toBeLessThanOrEqual(240_000);
});

it("tells an end once, and an extension's again", async () => {
  const { session } = await import("$lib/session.svelte");
  session.workspace = { id: "w", name: "W", path: "/w", people: [], products: [{ id: "hbr" } as never] } as never;
  timer = made({ leftMs: 1_000 });
  stop = $effect.root(() => void new TimerEnds());
  flushSync();
  await pass(500);
  expect(toasts.list).toEqual([]);
  await pass(1_000);
  expect(toasts.list.map(({ tone, message }) => [tone, message])).toEqual([["warn", "Slow tests: the 5 minutes are over."]]);
  toasts.list = [];
  await pass(5_000);
  timer = made({ leftMs: 1_000, lengthSeconds: 360, endSays: "The 6 minutes are over." });
  await client.invalidateQueries();
  await pass(2_000);
  expect(toasts.list.map(({ message }) => message)).toEqual(["Slow tests: the 6 minutes are over."]);
});

it("says times for eyes and ears", () => {
  expect([900_000, 899_001, 1_000, 1, 0, -999, -1_000, -67_000].map(clock)).toEqual(["15:00", "15:00", "0:01", "0:01", "0:00", "0:00", "+0:01", "+1:07"]);
  expect([0, 59, 60, 3_600, 7_265].map(figure)).toEqual(["0:00", "0:59", "1:00", "1:00:00", "2:01:05"]);
  expect([0, 1, 60, 61, 522].map(spoken)).toEqual(["0 seconds", "1 second", "1 minute", "1 minute 1 second", "8 minutes 42 seconds"]);
});
