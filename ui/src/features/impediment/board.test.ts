import { describe, expect, it } from "vitest";
import { announcer } from "$lib/announce";
import type { Impediment, ImpedimentState } from "$lib/contract";
import { ImpedimentBoard } from "./board.svelte";

/** An impediment as the host would answer it, with the states that may follow. */
function impediment(number: number, state: ImpedimentState): Impediment {
  const next: Record<ImpedimentState, ImpedimentState[]> = { raised: ["acknowledged", "resolved"], acknowledged: ["resolved"], resolved: ["raised"] };
  return {
    id: `i${number}`, number, key: `IMP-${number}`, title: `Title ${number}`, description: "", severity: "medium", state, next: next[state], owner: null, endangersGoal: false,
    raisedBy: null, raisedAt: "2026-03-09T09:00:00Z", acknowledgedBy: null, acknowledgedAt: null, resolvedAt: null, resolvedBy: null, resolution: "", items: [], ageHours: 1, incident: null,
  };
}

function boardOf(...rows: Impediment[]) {
  const went: string[] = [];
  return { board: new ImpedimentBoard(() => rows, (row, state) => went.push(`${row.key} ${state}`)), went };
}
const [raised, known, over] = [impediment(1, "raised"), impediment(2, "acknowledged"), impediment(3, "resolved")];
const said = () => announcer.text.trim();

describe("a lifted impediment", () => {
  it("goes through the states that may follow", () => {
    const { board, went } = boardOf(raised, known, over);
    board.start(raised);
    expect(said()).toBe("Lifted. IMP-1, Raised, 1 of 3");
    board.lift.shift(1);
    expect(board.in("acknowledged")).toEqual([raised, known]);
    expect(board.slot("raised")).toBe(0);
    board.lift.shift(1);
    board.lift.drop();
    expect(went).toEqual(["IMP-1 resolved"]);
  });

  it("passes over those that may not", () => {
    const { board, went } = boardOf(raised, known, over);
    board.start(over);
    expect(board.takes("acknowledged")).toBe(false);
    board.lift.shift(-1);
    expect(board.target).toBe("raised");
    board.lift.drop();
    board.start(known);
    board.lift.shift(-1);
    expect(board.target).toBe("acknowledged");
    board.lift.shift(1);
    board.lift.cancel();
    expect(went).toEqual(["IMP-3 raised"]);
  });
});

describe("the arrows on the board", () => {
  const { board } = boardOf(raised, impediment(4, "raised"), over);
  it.each([["i1", "ArrowDown", "IMP-4"], ["i4", "ArrowRight", "IMP-3"], ["i3", "ArrowLeft", "IMP-1"], ["i1", "ArrowUp", null], ["i1", "ArrowLeft", null]])("%s %s", (id, key, to) => {
    expect(board.neighbour(id, key)?.key ?? null).toBe(to);
  });
});
