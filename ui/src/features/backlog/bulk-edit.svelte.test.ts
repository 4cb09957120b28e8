import { describe, expect, it } from "vitest";
import type { ItemRow } from "$lib/contract";
import { changed } from "./bulk-change";
import { BulkEdit, NONE } from "./bulk-edit.svelte";

describe("changing many items alike", () => {
  it("asks for nothing while everything is left as it is", () => {
    const edit = new BulkEdit();
    expect([edit.change, edit.ready]).toEqual([{}, false]);
  });

  it("asks for every field that was touched, and clears with null", () => {
    const edit = new BulkEdit();
    Object.assign(edit, { type: "fix", epic: "e1", estimate: "0.5", value: " 13 " });
    for (const label of ["a", "b"]) edit.toggle("addLabels", label);
    edit.toggle("removeLabels", "c");
    edit.toggle("addPeople", "ana");
    edit.toggle("removePeople", "bo");
    expect(edit.change).toEqual({
      type: "fix", epic: "e1", estimate: 0.5, value: 13, addLabels: ["a", "b"], removeLabels: ["c"], addAssignees: ["ana"], removeAssignees: ["bo"],
    });
    Object.assign(edit, { epic: NONE, estimate: NONE, clearValue: true });
    expect(edit.change).toMatchObject({ epic: null, estimate: null, value: null });
    expect(edit.ready).toBe(true);
  });

  it.each(["1001", "-1", "3.5", "many"])("does not send the value %s", (value) => {
    const edit = new BulkEdit();
    Object.assign(edit, { type: "fix", value });
    expect([edit.change, edit.ready, edit.valueError]).toEqual([{ type: "fix" }, false, "A value is a whole number from 0 to 1000."]);
  });

  it("never adds and removes the same", () => {
    const edit = new BulkEdit();
    edit.toggle("addLabels", "a");
    edit.toggle("removeLabels", "a");
    expect(edit.change).toEqual({ removeLabels: ["a"] });
    edit.toggle("removeLabels", "a");
    expect(edit.change).toEqual({});
  });
});

it("shows a row as it will be", () => {
  const row = { type: "spike", epic: null, estimate: 3, value: 5, labels: ["b", "c"], assignees: ["bo"] } as unknown as ItemRow;
  const epic = { id: "e1", name: "Fares", hue: 1 };
  expect(changed(row, { type: "fix", estimate: null, addLabels: ["a", "b"], removeLabels: ["c"], addAssignees: ["ana"], removeAssignees: ["bo"] }, epic))
    .toEqual({ type: "fix", epic, estimate: null, value: 5, labels: ["a", "b"], assignees: ["ana"] });
  expect(changed(row, { value: null }, undefined)).toEqual({ ...row, value: null });
});
