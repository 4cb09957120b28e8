import { describe, expect, it } from "vitest";
import { announcer } from "$lib/announce";
import type { Improvement, ImprovementState } from "$lib/contract";
import { ImprovementBoard } from "./board.svelte";
import { parseFigure } from "$lib/figure";
import { kpiText } from "./kpi";
import { forward, verbOf } from "./states";

/** An entry as the host would answer it, with the states that may follow. */
function entry(number: number, state: ImprovementState, next: ImprovementState[]): Improvement {
  const settles = (one: ImprovementState) => ["kept", "adapted", "dropped"].includes(one);
  return {
    id: `i${number}`, number, key: `CSI-${number}`, opportunity: `Opportunity ${number}`, justification: "", category: "", size: "", timescale: "", priority: "",
    owner: null, kpi: null, baselineFrom: null, due: null, suggested: null, state, next: next.map((one) => ({ state: one, settles: settles(one) })), outcome: "", raisedAt: "2026-02-02T09:00:00Z", raisedBy: null,
    retro: null, card: null, cardText: null, cardGroup: null, sprint: null, reviewSprint: null, item: null, canBecomeItem: false,
  };
}
const proposed = entry(1, "proposed", ["agreed", "dropped"]);
const reviewed = entry(2, "inReview", ["inProgress", "kept", "adapted", "dropped"]);

function boardOf(...entries: Improvement[]) {
  const went: string[] = [];
  const board = new ImprovementBoard(() => entries, (one, state) => went.push(`${one.key} ${state}`));
  return { board, went };
}
const said = () => announcer.text.trim();

describe("a lifted entry", () => {
  it("passes over the states that may not follow", () => {
    const { board, went } = boardOf(proposed, reviewed);
    board.start(proposed);
    expect(said()).toBe("Lifted. CSI-1, Proposed, 1 of 3");
    board.lift.shift(1);
    board.lift.shift(1);
    expect(said()).toBe("CSI-1, Dropped, 3 of 3");
    expect(board.in("dropped")).toEqual([proposed]);
    expect(board.in("proposed")).toEqual([]);
    expect(board.slot("proposed")).toBe(0);
    board.lift.drop();
    expect(went).toEqual(["CSI-1 dropped"]);
  });

  it("goes back as well, where that may follow", () => {
    const { board, went } = boardOf(reviewed);
    board.start(reviewed);
    board.lift.shift(-1);
    expect(board.target).toBe("inProgress");
    board.lift.cancel();
    expect(went).toEqual([]);
    expect(board.in("inReview")).toEqual([reviewed]);
  });
});

describe("the arrows on the board", () => {
  const { board } = boardOf(proposed, reviewed, entry(3, "proposed", []), entry(4, "kept", []), entry(5, "dropped", []));
  it.each([
    ["i1", "ArrowDown", "CSI-3"],
    ["i3", "ArrowRight", "CSI-2"],
    ["i2", "ArrowRight", "CSI-4"],
    ["i4", "ArrowDown", "CSI-5"],
    ["i5", "ArrowLeft", "CSI-2"],
    ["i1", "ArrowLeft", undefined],
  ])("from %s with %s to %s", (id, key, expected) => expect(board.neighbour(id, key)?.key).toBe(expected));
});

describe("steps in words", () => {
  it.each([
    ["proposed", "agreed", "Agree"],
    ["agreed", "proposed", "Back to proposed"],
    ["inProgress", "agreed", "Back to agreed"],
    ["kept", "agreed", "Take up again"],
    ["inReview", "dropped", "Drop"],
  ] as const)("%s to %s: %s", (from, to, words) => expect(verbOf(from, to)).toBe(words));

  it("lead on where they can, or back where that is all there is", () => {
    expect(forward(reviewed)?.state).toBe("kept");
    expect(forward(entry(1, "dropped", ["agreed"]))?.state).toBe("agreed");
    expect(forward(entry(1, "kept", []))).toBeNull();
  });
});

describe("figures", () => {
  it.each([
    ["9.5", 9.5], ["9,5", 9.5], [" 1,200 ", 1200], ["1,234,567.5", 1234567.5], ["-3", -3], ["−3", -3], ["0,25", 0.25], ["", null], ["a few", "unreadable"],
  ])("%j is %j", (text, value) => expect(parseFigure(text)).toBe(value));

  it("are shown as far as they are known", () => {
    const kpi = { name: "Wait", unit: "h", direction: "down" } as const;
    expect(kpiText({ kpi: { ...kpi, baseline: 9.5, target: 4 } })).toBe("9.5 → 4 h");
    expect(kpiText({ kpi: { ...kpi, target: 4 } })).toBe("to 4 h");
    expect(kpiText({ kpi: { ...kpi } })).toBe("Wait");
    expect(kpiText({ kpi: null })).toBe("");
  });
});
