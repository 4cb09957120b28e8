import { describe, expect, it } from "vitest";
import type { BoardColumn, Card, Person, Task } from "$lib/contract";
import { byItem, byPerson, given, step, whole, type Cut, type Lane, type Stop } from "./lanes";

const task = (id: string, item: string, state: Task["state"], column: string | null = null): Task => ({ id, item, title: id, hours: null, person: null, state, column });
const card = (id: string, change: Partial<Card> = {}): Card => ({ id, key: id, done: false, assignees: [], steps: [], ...change }) as unknown as Card;
const column = (id: string, category: "todo" | "inProgress" | "done", items: Card[] = []): BoardColumn => ({ column: { id, name: id, category, wipLimit: null }, items });
const person = (id: string): Person => ({ id, name: id }) as Person;
const told = (lanes: Lane[]) => lanes.map((lane) => `${lane.key}: ${lane.cells.map((things) => things.map(({ id }) => id).join("") || "-").join(" ")}${lane.over ? " over" : ""}`);

describe("lanes of items", () => {
  const pier = card("pier", { steps: [task("a", "pier", "todo"), task("b", "pier", "inProgress"), task("c", "pier", "inProgress", "review"), task("d", "pier", "done")] });
  const columns = [column("todo", "todo", [card("fare")]), column("doing", "inProgress", [pier]), column("review", "inProgress"), column("done", "done", [card("deck", { done: true, steps: [task("e", "deck", "todo")] })])];

  it("stand in the order of the sprint, Done ones last and folded; tasks in the column of their state they were put into", () => {
    expect(told(byItem(columns, ["deck", "pier", "fare"]))).toEqual(["pier: a b c d", "fare: - - - -", "deck: e - - - over"]);
  });

  it("show a task in the first column of its state when the column it was put into means something else, or is gone", () => {
    const moved = card("pier", { steps: [task("a", "pier", "todo", "review"), task("b", "pier", "done", "gone")] });
    expect(told(byItem([column("todo", "todo", [moved]), column("doing", "inProgress"), column("review", "inProgress"), column("done", "done")], []))).toEqual(["pier: a - - b"]);
  });
});

describe("lanes of people", () => {
  it("show a card in the lane of everybody on it, whoever else has one, and nobody's last", () => {
    const columns = [column("todo", "todo", [card("p", { assignees: ["ana", "ben"] }), card("q")]), column("done", "done", [card("r", { assignees: ["cy"], done: true })])];
    expect(told(byPerson(columns, [person("ana"), person("ben")], person))).toEqual(["ana: p -", "ben: p -", "cy: - r over", "nobody: q -"]);
  });

  it.each([
    [["ana"], "ana", "ben", ["ben"]],
    [[], "nobody", "ben", ["ben"]],
    [["ana"], "ana", "nobody", []],
    [["ana", "cy"], "ana", "ben", ["ben", "cy"]],
    [["ana", "ben"], "ana", "ben", ["ben"]],
    [["cy", "ana"], "ana", "ben", ["cy", "ben"]],
  ])("%j dragged from %s to %s is with %j", (assignees, from, to, expected) => expect(given(assignees, from, to)).toEqual(expected));
});

describe("the arrows", () => {
  const lane = (key: string, ...cells: string[]): Lane => ({ key, name: key, over: false, cells: cells.map((cell) => (cell === "-" ? [] : [...cell].map((id) => task(id, key, "todo")))) });
  const go = (lanes: Lane[], cut: Cut, from: string, keys: string, folded: string[] = []) => {
    let stop: Stop = { lane: from.split(".")[0]!, id: from.split(".")[1] ?? null };
    for (const key of keys) stop = step(lanes, cut, ({ key: one }) => folded.includes(one), stop, { U: "ArrowUp", D: "ArrowDown", L: "ArrowLeft", R: "ArrowRight", H: "Home", E: "End" }[key]!);
    return [stop.lane, stop.id].filter(Boolean).join(".");
  };

  it.each([
    ["all.a", "D", "all.b"],
    ["all.a", "U", "all.a"],
    ["all.c", "R", "all.d"],
    ["all.d", "R", "all.e"],
    ["all.f", "L", "all.d"],
    ["all.a", "L", "all.a"],
    ["all.b", "HE", "all.c"],
  ])("in plain columns lead from %s by %s to %s", (from, keys, expected) => {
    const lanes = [{ ...whole([])[0]!, cells: lane("all", "abc", "-", "d", "ef").cells.filter((cell) => cell.length > 0) }];
    expect(go(lanes, "none", from, keys)).toBe(expected);
  });

  const items = [lane("p", "ab", "c"), lane("q", "-", "-"), lane("r", "d", "e")];
  it.each([
    ["p.b", "D", "r.d"],
    ["p.a", "L", "p"],
    ["p", "R", "p.a"],
    ["p", "DD", "r"],
    ["q", "R", "q"],
    ["r.d", "U", "p.b"],
  ])("in lanes of items lead from %s by %s to %s", (from, keys, expected) => expect(go(items, "items", from, keys)).toBe(expected));
  it("pass over a folded lane of an item, but for its head", () => {
    expect(go(items, "items", "p.b", "D", ["r"])).toBe("p.b");
    expect(go(items, "items", "q", "D", ["r"])).toBe("r");
    expect(go(items, "items", "r", "R", ["r"])).toBe("r");
  });

  it.each([
    ["p", "D", "p.a"],
    ["p.b", "D", "q"],
    ["q", "D", "r"],
    ["r", "U", "q"],
    ["q", "U", "p.b"],
    ["p.a", "U", "p"],
    ["r.d", "L", "r.d"],
  ])("in lanes of people lead from %s by %s to %s", (from, keys, expected) => expect(go(items, "people", from, keys)).toBe(expected));
});
