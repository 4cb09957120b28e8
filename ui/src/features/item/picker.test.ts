import { describe, expect, it } from "vitest";
import { PickerState } from "./picker.svelte";

const LABELS = ["Payments", "SMS", "group pay", "Routes"];
const picker = (creates = false) => new PickerState<string>(() => LABELS.map((label) => ({ value: label, label })), () => creates);
const offered = (state: PickerState<string>) => state.entries.map((entry) => ("create" in entry ? `+${entry.create}` : entry.label));

describe("what is offered", () => {
  it.each([
    ["", false, LABELS],
    ["pay", false, ["Payments", "group pay"]],
    ["pay", true, ["Payments", "group pay", "+pay"]],
    ["  sms ", true, ["SMS"]],
    ["zzz", false, []],
  ])("for %j, with making anew: %j", (typed, creates, expected) => {
    const state = picker(creates);
    state.type(typed);
    expect(offered(state)).toEqual(expected);
  });

  it("is gone through round and round, and from the top again after typing", () => {
    const state = picker();
    state.begin(1);
    state.step(-2);
    expect(state.current).toEqual({ value: "Routes", label: "Routes" });
    state.type("pay");
    expect(state.at).toBe(0);
    state.step(1);
    state.step(1);
    expect(state.at).toBe(0);
  });
});
