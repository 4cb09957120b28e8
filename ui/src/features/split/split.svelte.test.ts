import { describe, expect, it } from "vitest";
import { SplitDraft } from "./split.svelte";

const criteria = [{ id: "a", text: "Pays", met: false }, { id: "b", text: "Refunds", met: true }];
const draft = () => new SplitDraft({ title: "Pay", estimate: 8 });

describe("a split while it is being written", () => {
  it("begins with the original's title and needs a second part", () => {
    const split = draft();
    expect(split.lines.map(({ title }) => title)).toEqual(["Pay", ""]);
    expect(split.ready).toBe(false);
    split.lines[1]!.title = "Refund";
    expect(split.ready).toBe(true);
  });

  it("sums what is estimated and says what is not", () => {
    const split = draft();
    split.lines[1]!.title = "Refund";
    split.lines[0]!.estimate = 5;
    expect([split.sum, split.unestimated]).toEqual([5, 1]);
  });

  it("leaves out lines with nothing in them, and what was given to a line that went stays", () => {
    const split = draft();
    split.lines[1]!.title = "Refund";
    const third = split.add();
    split.lines[2]!.title = "Log";
    split.give("a", third);
    split.give("b", split.lines[1]!.id);
    split.add();
    expect(split.request("i", criteria).parts.map(({ title, acceptance }) => [title, acceptance])).toEqual([["Pay", []], ["Refund", ["b"]], ["Log", ["a"]]]);
    split.remove(third);
    expect(split.takes("a")).toBeNull();
    expect(split.request("i", criteria).parts).toHaveLength(2);
  });

  it("keeps at least two lines", () => {
    const split = draft();
    split.remove(split.lines[0]!.id);
    expect(split.lines).toHaveLength(2);
  });

  it("gives an original that is kept its own estimate, and its own criteria are not given to it", () => {
    const split = draft();
    split.lines[1]!.title = "Refund";
    split.choose("keep");
    expect(split.lines[0]!.estimate).toBe(8);
    split.give("a", split.lines[0]!.id);
    expect(split.takers()).toEqual([split.lines[1]]);
    expect(split.request("i", criteria)).toMatchObject({ original: "keep", parts: [{ estimate: 8, acceptance: [] }, { acceptance: [] }] });
    split.choose("close");
    expect(split.lines[0]!.estimate).toBeNull();
  });
});
