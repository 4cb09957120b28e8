import { describe, expect, it } from "vitest";
import type { Incident } from "$lib/contract";
import { Downtime } from "./downtime.svelte";

// Without a product the clocks are those of UTC.
const incident = (restored: string | null): Incident => ({ began: "2026-03-09T08:00:42.000Z", restored, downtimeHours: 1 });

function of(known: Incident | null, change: Partial<Pick<Downtime, "began" | "restored">> = {}): Downtime {
  const downtime = new Downtime();
  downtime.start(known);
  return Object.assign(downtime, change);
}

describe("what two fields tell of a downtime", () => {
  it("is nothing while they are as they were, for they know no seconds", () => {
    expect(of(incident("2026-03-09T10:00:07.000Z")).told()).toBeNull();
  });

  it("is only what was changed", () => {
    expect(of(incident(null), { restored: "2026-03-09T11:30" }).told()).toEqual({ restored: "2026-03-09T11:30:00.000Z" });
    expect(of(incident("2026-03-09T10:00:07.000Z"), { restored: "" }).told()).toEqual({ restored: null });
    expect(of(incident(null), { began: "2026-03-09T07:00" }).told()).toEqual({ began: "2026-03-09T07:00:00.000Z" });
  });

  it("is when it began, when it is new", () => {
    expect(Object.keys(of(null).told() ?? {})).toEqual(["began"]);
    expect(of(null, { began: "" }).told()).toBeNull();
  });

  it("is not sent while it cannot be read", () => {
    const downtime = of(incident(null), { restored: "soon" });
    expect([downtime.ready, downtime.restoredFault]).toEqual([false, "Write it as 2026-03-09 14:05."]);
  });
});
