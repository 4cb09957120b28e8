import { expect, it } from "vitest";
import type { DoneCriterion } from "$lib/contract";
import { DoneDraft } from "./answer.svelte";

const criterion = (name: string, met = false): DoneCriterion => ({ criterion: name, text: name, met, waiver: null });
const draftOf = (...criteria: DoneCriterion[]) => new DoneDraft(() => criteria);

it("is complete when each criterion is met, ticked or waived", () => {
  const draft = draftOf(criterion("reviewed", true), criterion("tested"), criterion("noted"));
  expect([draft.met, draft.open, draft.complete]).toEqual([1, 2, false]);
  draft.tick("tested", true);
  draft.waive("noted", " Nothing to tell ");
  expect(draft.complete).toBe(true);
  expect(draft.answer).toEqual({ met: ["reviewed", "tested"], waivers: [{ criterion: "noted", reason: "Nothing to tell" }] });
});

it("takes no waiver without a reason, and none for what is met", () => {
  const draft = draftOf(criterion("tested"));
  draft.waive("tested", "  ");
  expect(draft.open).toBe(1);
  draft.waive("tested", "No way to");
  draft.tick("tested", true);
  expect(draft.answer).toEqual({ met: ["tested"], waivers: [] });
});

it("opens again what is unticked or whose waiver is taken back", () => {
  const draft = draftOf(criterion("tested"), criterion("noted"));
  draft.tick("tested", true);
  draft.tick("tested", false);
  draft.waive("noted", "Later");
  draft.unwaive("noted");
  expect(draft.open).toBe(2);
});
