import { describe, expect, it } from "vitest";
import type { Reach, SprintForecast } from "$lib/contract";
import { edgesOf, linesOf } from "./forecast.svelte";

const reach = (rows: number, beyond = false): Reach => ({ rows, points: rows * 2, beyond });
const sprint = (name: string, likely: Reach, even: Reach): SprintForecast => ({ sprint: null, name, endDay: "2026-04-03", workingDays: 10, likely, even });
const told = (sprints: SprintForecast[]) => linesOf(sprints).map(({ sprint, percents, above }) => [sprint, percents.join(), above]);

describe("the lines of a forecast", () => {
  it("lie where each sprint ends, from the top of the list", () => {
    const sprints = [sprint("One", reach(5), reach(7)), sprint("Two", reach(6), reach(12))];
    expect(told(sprints)).toEqual([["One", "85", 5], ["Two", "85", 6], ["One", "50", 7], ["Two", "50", 12]]);
  });

  it("are one where both chances meet", () => {
    expect(told([sprint("One", reach(5), reach(5))])).toEqual([["One", "85,50", 5]]);
  });

  it("are not drawn above the first row or past the last", () => {
    expect(told([sprint("Now", reach(0), reach(0)), sprint("One", reach(0), reach(3)), sprint("Two", reach(9), reach(10, true))])).toEqual([["One", "50", 3], ["Two", "85", 9]]);
    expect(told([sprint("One", reach(10, true), reach(10, true))])).toEqual([]);
  });

  it("reach three sprints ahead, those that only finish what they hold not counted", () => {
    const sprints = [sprint("Now", reach(0), reach(0)), ...[1, 2, 3, 4].map((n) => sprint(`${n}`, reach(n * 10), reach(n * 10 + 2)))];
    expect(new Set(linesOf(sprints).map((line) => line.sprint))).toEqual(new Set(["1", "2", "3"]));
  });
});

it("what sprints reach lies one below the other", () => {
  const sprints = [sprint("One", reach(5), reach(7)), sprint("Two", reach(6), reach(12)), sprint("Three", reach(12), reach(12, true))];
  expect(edgesOf(sprints)).toEqual([
    { from: 0, to: 5, likely: true, later: false },
    { from: 5, to: 7, likely: false, later: false },
    { from: 7, to: 12, likely: false, later: true },
  ]);
  expect(edgesOf([])).toEqual([]);
});
