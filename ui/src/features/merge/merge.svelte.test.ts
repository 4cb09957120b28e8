import { describe, expect, it } from "vitest";
import type { ItemDetail } from "$lib/contract";
import { MergeDraft } from "./merge.svelte";

const item = (id: string, description = "") => ({ id, key: id, description }) as ItemDetail;

describe("items while it is being decided which of them stays", () => {
  it("keeps the first until another is chosen", () => {
    const draft = new MergeDraft([item("a"), item("b", "words")]);
    expect(draft.request()).toEqual({ into: "a", items: ["b"], appendDescriptions: true });
    draft.keep("b");
    // What stays keeps its own description anyway.
    expect(draft.request()).toEqual({ into: "b", items: ["a"], appendDescriptions: false });
  });

  it("is ready with two, and never holds one twice", () => {
    const draft = new MergeDraft([item("a")]);
    expect(draft.ready).toBe(false);
    draft.add(item("a"));
    draft.add(item("b"));
    expect([draft.ready, draft.items.length]).toEqual([true, 2]);
    draft.keep("b");
    draft.remove("b");
    expect(draft.stays?.id).toBe("a");
  });
});
