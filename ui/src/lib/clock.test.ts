import { afterEach, expect, it, vi } from "vitest";
import { clock } from "./clock.svelte";

afterEach(() => vi.useRealTimers());

it("runs on from what the host's clock showed", () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-26T12:00:00Z") });
  clock.follow("2026-03-09T22:59:58.000Z");
  vi.advanceTimersByTime(3000);
  expect(clock.now().toISOString()).toBe("2026-03-09T23:00:01.000Z");
  // what is known is given once more when something beside it was patched
  clock.follow("2026-03-09T22:59:58.000Z");
  expect(clock.now().toISOString()).toBe("2026-03-09T23:00:01.000Z");
  clock.follow("2026-03-10T07:00:00.000Z");
  expect(clock.now().toISOString()).toBe("2026-03-10T07:00:00.000Z");
});
