import { describe, expect, it } from "vitest";
import type { Template } from "$lib/contract";
import { contents, TemplateDraft } from "./draft.svelte";

const template: Template = { id: "t", name: "Bug report", type: "fix", title: "When I ", description: "Seen:", acceptance: ["A test fails"], labels: ["reported", "x"] };

describe("a template while it is being written", () => {
  it("begins with what stands, and loses nothing of it", () => {
    const { id, ...fields } = template;
    expect(new TemplateDraft(template).fields()).toEqual(fields);
    expect(id).toBe("t");
  });

  it("reads labels between commas and leaves out empty criteria", () => {
    const draft = new TemplateDraft(null);
    expect(draft.ready).toBe(false);
    draft.name = "Story";
    draft.labels = " quay, ,card ";
    draft.criteria.add();
    expect(draft.ready).toBe(true);
    expect(draft.fields()).toMatchObject({ labels: ["quay", "card"], acceptance: [] });
  });

  it("says what a new item gets", () => {
    expect(contents(template)).toBe("“When I …”, a description, 1 criterion, 2 labels");
    expect(contents({ ...template, title: "", description: "", acceptance: [], labels: [] })).toBe("");
  });
});
