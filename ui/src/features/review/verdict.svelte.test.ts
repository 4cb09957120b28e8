import { beforeEach, expect, test } from "vitest";
import type { Review, RpcError } from "$lib/contract";
import { GoalVerdict } from "./verdict.svelte";

let review: Pick<Review, "goalMet" | "goalReason">;
let said: [boolean | null, string][];
let refusal: RpcError | null;
beforeEach(() => {
  localStorage.clear();
  [review, said, refusal] = [{ goalMet: null, goalReason: "" }, [], null];
});

const verdict = () =>
  new GoalVerdict("r", () => review as Review, async (met, reason) => {
    said.push([met, reason]);
    if (!refusal) review = { goalMet: met, goalReason: reason };
    return refusal;
  });

test("met is said at once, and words may follow", async () => {
  const one = verdict();
  await one.choose("met");
  expect([said, one.chosen, one.waits]).toEqual([[[true, ""]], "met", false]);
  one.reason = "Two berths were shown";
  expect([one.waits, one.ready]).toEqual([true, true]);
  await one.save();
  expect([said.at(-1), one.waits]).toEqual([[true, "Two berths were shown"], false]);
});

test("not met waits for its words, through a change of panes", async () => {
  await verdict().choose("missed");
  const again = verdict();
  expect([again.chosen, again.stands, again.waits, again.ready]).toEqual(["missed", "open", true, false]);
  again.reason = "The port was shut";
  expect(said).toEqual([]);
  const later = verdict();
  await later.save();
  expect([said, later.chosen, later.waits, verdict().waits]).toEqual([[[false, "The port was shut"]], "missed", false, false]);
});

test("it can be taken back before it was said, and after", async () => {
  const one = verdict();
  await one.choose("missed");
  await one.choose("open");
  expect([one.chosen, one.waits, said]).toEqual(["open", false, []]);
  await one.choose("met");
  await one.choose("open");
  expect([said.at(-1), one.chosen]).toEqual([[null, ""], "open"]);
});

test("what was refused waits on with its reason", async () => {
  const one = verdict();
  await one.choose("missed");
  one.reason = "Fog";
  refusal = { code: "review_reason", message: "The reason was not accepted.", hint: "" };
  await one.save();
  expect([one.error?.code, one.chosen, one.reason, one.waits]).toEqual(["review_reason", "missed", "Fog", true]);
});
