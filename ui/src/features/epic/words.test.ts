import { describe, expect, it } from "vitest";
import type { EpicProgress } from "$lib/contract";
import { doneOf, inWords, partsOf } from "./words";

const amount = (items: number, points: number) => ({ items, points });
const epic: EpicProgress = { id: "e", name: "Fares", hue: 72, done: amount(2, 8), inProgress: amount(1, 3), toDo: amount(3, 0.5), unestimated: 2 };

describe("how far an epic is", () => {
  it("counts in points and in items", () => {
    expect(partsOf(epic, "points")).toEqual({ done: 8, inProgress: 3, toDo: 0.5, all: 11.5 });
    expect([doneOf(epic, "points"), doneOf(epic, "items")]).toEqual(["8 of 11.5", "2 of 6"]);
  });

  it("says all that the line shows", () => {
    expect(inWords(epic)).toBe("Fares: done 2 items, 8 points; in progress 1 item, 3 points; to do 3 items, 0.5 points; 2 unestimated");
  });

  it("says so when there is nothing in it", () => {
    const none = { ...epic, done: amount(0, 0), inProgress: amount(0, 0), toDo: amount(0, 0), unestimated: 0 };
    expect([doneOf(none, "items"), inWords(none)]).toEqual(["–", "Fares: no items"]);
  });
});
