import { beforeEach, expect, test } from "vitest";
import { Draft } from "./draft.svelte";

beforeEach(() => localStorage.clear());

test("what is written outlives the panel it was written in", () => {
  const first = new Draft("a", () => "Saved");
  first.open = true;
  first.text = "Saved and more";
  const again = new Draft("a", () => "Saved");
  expect([again.open, again.waiting, again.text]).toEqual([false, true, "Saved and more"]);
  expect(new Draft("b", () => "Saved").waiting).toBe(false);
});

test("a text as it stands is no draft", () => {
  const draft = new Draft("a", () => "Saved");
  draft.text = "Saved!";
  expect(draft.changed).toBe(true);
  draft.text = "Saved\n";
  expect([draft.changed, localStorage.length]).toEqual([false, 0]);
});

test("saved or thrown away, it is gone, and can be brought back", () => {
  const draft = new Draft("a");
  draft.open = true;
  draft.text = "Words";
  const gone = draft.clear();
  expect([gone, draft.open, draft.text, new Draft("a").waiting]).toEqual(["Words", false, "", false]);
  draft.text = gone;
  expect(draft.waiting).toBe(true);
});

test("somebody else's change underneath shows", () => {
  let stands = "One";
  const draft = new Draft("a", () => stands);
  draft.text = "One and mine";
  expect(draft.overtaken).toBe(false);
  stands = "Two";
  expect([draft.overtaken, draft.text]).toEqual([true, "One and mine"]);
  // Saved by another window just so: there is nothing left to do.
  stands = "One and mine";
  expect([draft.changed, draft.overtaken]).toEqual([false, false]);
});

test("what lies there and cannot be read is no draft", () => {
  for (const broken of ["{", "null", "[]", '{"text":1,"base":""}']) {
    localStorage.setItem("lineout.draft.a", broken);
    expect(new Draft("a").waiting).toBe(false);
  }
});
