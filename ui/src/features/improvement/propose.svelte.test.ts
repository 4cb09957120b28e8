import { beforeEach, expect, test } from "vitest";
import { useHost } from "$lib/host";
import { session } from "$lib/session.svelte";
import type { Workspace } from "$lib/contract";
import { Proposal } from "./propose.svelte";

beforeEach(() => {
  localStorage.clear();
  session.workspace = { id: "w", people: [], products: [{ id: "p", members: [] }] } as unknown as Workspace;
  useHost({ rpc: async () => ({ value: { id: "i", key: "CSI-1" }, action: null, guidance: [] }) as never, onChanged: () => () => {} });
});

test("what was begun and not proposed is gone on with", async () => {
  const first = new Proposal(null);
  expect(first.resumed).toBe(false);
  first.opportunity = "Half a thought";
  first.facets.category = "Flow";
  first.measureBy("carryOver");
  first.keep();
  const again = new Proposal(null);
  expect([again.resumed, again.opportunity, again.facets.category, again.figure, again.direction]).toEqual([true, "Half a thought", "Flow", "carryOver", "down"]);
  // That of a retrospective is another.
  expect(new Proposal("r").resumed).toBe(false);
  expect(await again.send()).toMatchObject({ key: "CSI-1" });
  again.keep();
  expect(new Proposal(null).resumed).toBe(false);
});

test("begun afresh, or unreadable, it is empty", () => {
  const first = new Proposal(null);
  first.target = "5";
  first.keep();
  const again = new Proposal(null);
  again.clear();
  again.keep();
  expect([again.target, localStorage.length]).toEqual(["", 0]);
  for (const text of ["{", "null", '{"opportunity":1}']) {
    localStorage.setItem("lineout.draft.improvement.p", text);
    expect(new Proposal(null).resumed, text).toBe(false);
  }
});
