import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Name, Request } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { PlanSprint } from "./plan-sprint.svelte";

const created: Request<"sprint.create">[] = [];
let refusal: { code: string; message: string; hint: string } | null = null;

beforeEach(() => {
  useHost({
    rpc: async (name: Name, request: unknown) => {
      if (name === "sprint.propose") {
        const { startDay } = request as Request<"sprint.propose">;
        return { value: { name: "Sprint 15", startDay: startDay ?? "2026-03-23", endDay: startDay ? "2026-05-15" : "2026-04-03" }, action: null, guidance: [] } as never;
      }
      if (refusal) throw refusal;
      created.push(request as Request<"sprint.create">);
      return { value: { id: "s" }, action: { id: "a", label: "Plan Sprint 15" }, guidance: [] } as never;
    },
    onChanged: () => () => undefined,
  });
});

afterEach(() => {
  client.clear();
  created.length = 0;
  refusal = null;
  toasts.list = [];
});

async function planning(): Promise<PlanSprint> {
  const plan = new PlanSprint("p");
  await vi.waitFor(() => expect(plan.endDay).not.toBe(""));
  return plan;
}

it("begins with what is proposed", async () => {
  const plan = await planning();
  expect([plan.name, plan.startDay, plan.endDay]).toEqual(["Sprint 15", "2026-03-23", "2026-04-03"]);
});

it("lets the last day follow the first, until one is chosen", async () => {
  const plan = await planning();
  plan.startDay = "2026-05-04";
  plan.startChanged();
  await vi.waitFor(() => expect(plan.endDay).toBe("2026-05-15"));
  plan.endDay = "2026-05-12";
  plan.endChanged();
  plan.startDay = "2026-05-05";
  plan.startChanged();
  expect(plan.endDay).toBe("2026-05-12");
});

it("puts a refusal at its field, with the hint", async () => {
  const plan = await planning();
  refusal = { code: "sprint_overlaps", message: "It overlaps Sprint 14.", hint: "Start on 2026-03-23 or later." };
  expect(await plan.plan()).toBeNull();
  expect([plan.errorAt("startDay"), plan.errorAt("endDay"), plan.otherError]).toEqual(["It overlaps Sprint 14. Start on 2026-03-23 or later.", undefined, null]);
  expect(toasts.list).toEqual([]);
  refusal = { code: "elsewhere", message: "No.", hint: "" };
  await plan.plan();
  expect(plan.otherError?.code).toBe("elsewhere");
});

it("plans what the fields say", async () => {
  const plan = await planning();
  plan.goal = "Rebook in two minutes";
  expect(await plan.plan()).toMatchObject({ id: "s" });
  expect(created).toEqual([{ product: "p", name: "Sprint 15", goal: "Rebook in two minutes", startDay: "2026-03-23", endDay: "2026-04-03" }]);
});
