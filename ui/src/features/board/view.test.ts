import { describe, expect, it } from "vitest";
import type { BacklogFilter, Card, Task } from "$lib/contract";
import { answers, fromQuery, toQuery } from "./view";

const card = {
  id: "a", key: "HBR-7", title: "Rebook a cancelled sailing", type: "fix", epic: { id: "e", name: "Rebooking", hue: 0 }, labels: ["web"], assignees: ["ana"], blocked: true, waiting: false, estimate: 3, ready: null,
  steps: [{ id: "t", item: "a", title: "Map the seats", hours: 1, person: "ben", state: "todo", column: null }, { id: "u", item: "a", title: "Draw", hours: 1, person: "cy", state: "done", column: null }] as Task[],
} as unknown as Card;

describe("a filter", () => {
  it.each<[BacklogFilter, boolean]>([
    [{}, true],
    [{ assignees: ["ana"] }, true],
    [{ assignees: ["ben"] }, true], // by a task that is not finished
    [{ assignees: ["cy"] }, false], // finished what they had
    [{ assignees: [null] }, false],
    [{ assignees: [null, "ana"] }, true],
    [{ blocked: true }, true],
    [{ blocked: false }, false],
    [{ types: ["fix", "chore"] }, true],
    [{ types: ["chore"] }, false],
    [{ epics: ["e"] }, true],
    [{ epics: [null] }, false],
    [{ labels: ["web"] }, true],
    [{ text: "hbr-7" }, true],
    [{ text: "seats  SAILING" }, true],
    [{ text: "rebooking" }, true],
    [{ text: "sail boat" }, false],
    [{ types: ["fix"], blocked: false }, false],
  ])("%j: %s", (filter, expected) => expect(answers(card, filter)).toBe(expected));
});

it("is in the address with the lanes, and what is wrong in an address is left out", () => {
  const view = { cut: "people" as const, filter: { assignees: ["ana", null], blocked: true, text: "pier" } };
  expect(fromQuery(toQuery(view), "none")).toEqual(view);
  expect(fromQuery("", "items")).toEqual({ cut: "items", filter: {} });
  expect(fromQuery("lanes=diagonal&type=boat&in=done", "none")).toEqual({ cut: "none", filter: {} });
});
