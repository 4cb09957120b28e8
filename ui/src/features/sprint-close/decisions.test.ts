import { expect, it } from "vitest";
import type { Card, Closing } from "$lib/contract";
import { Decisions, decisionsOf, forget, lacks, pointsError, sumOf } from "./decisions.svelte";

const card = (id: string, estimate: number | null): Card =>
  ({ id, key: id, title: `Title of ${id}`, estimate, doneCriteria: [{ criterion: "tested", text: "Tested", met: false, waiver: null }] }) as unknown as Card;
const closing = { unfinished: [card("a", 5), card("b", 3), card("c", null)], done: [], cancelled: [] } as unknown as Closing;
const decisions = () => new Decisions(() => closing);

it("is ready when every item is decided", () => {
  const all = decisions();
  expect([all.undecided, all.ready]).toEqual([3, false]);
  all.decideAll("top");
  all.decide(closing.unfinished[1]!, "next");
  expect(all.ready).toBe(true);
  expect(all.request).toEqual([{ item: "a", outcome: "top" }, { item: "b", outcome: "next" }, { item: "c", outcome: "top" }]);
  expect(all.sum("top")).toEqual({ items: 2, points: 5, unestimated: 1 });
});

it("asks a split for its title, its points in figures, and the Definition of Done", () => {
  const all = decisions();
  all.decideAll("place");
  all.decide(closing.unfinished[0]!, "split");
  const [line] = all.lines;
  expect([all.undecided, all.unready, all.ready]).toEqual([0, 1, false]);
  line!.split!.draft.tick("tested", true);
  line!.split!.done = "two";
  expect(lacks(line!)).toMatch(/not a number/);
  line!.split!.done = "2,5";
  line!.split!.title = " ";
  expect(lacks(line!)).toMatch(/title/);
  line!.split!.title = "The rest ";
  expect(all.ready).toBe(true);
  expect(all.request[0]).toEqual({ item: "a", outcome: "split", doneEstimate: 2.5, remainderTitle: "The rest", done: { met: ["tested"], waivers: [] } });
  expect(all.parts).toEqual({ items: 1, done: 2.5, rest: 2.5, doneUnestimated: 0, restUnestimated: 0 });
});

it("keeps what was written for a split while another outcome is tried", () => {
  const all = decisions();
  const [item] = closing.unfinished;
  all.decide(item!, "split");
  all.lines[0]!.split!.done = "3";
  all.decide(item!, "top");
  all.decide(item!, "split");
  expect(all.lines[0]!.split!.done).toBe("3");
});

it("leaves the done points of a split open", () => {
  const all = decisions();
  all.decide(closing.unfinished[2]!, "split");
  expect(all.request[0]).not.toHaveProperty("doneEstimate");
  expect(all.parts).toMatchObject({ items: 1, doneUnestimated: 1, restUnestimated: 1 });
  // Of an estimate, what is not said to be done remains.
  all.decide(closing.unfinished[1]!, "split");
  expect(all.parts).toEqual({ items: 2, done: 0, rest: 3, doneUnestimated: 1, restUnestimated: 1 });
});

it("sums without dust", () => expect(sumOf([{ estimate: 0.1 }, { estimate: 0.2 }, { estimate: null }])).toEqual({ items: 3, points: 0.3, unestimated: 1 }));

it("says at once that a done part is larger than its item, and counts it nowhere", () => {
  const all = decisions();
  all.decideAll("next");
  all.decide(closing.unfinished[0]!, "split");
  const [line] = all.lines;
  line!.split!.draft.tick("tested", true);
  line!.split!.done = "9";
  expect([lacks(line!), pointsError(line!)]).toEqual(["a has 5 points: its done part cannot have more.", "At most 5"]);
  expect([all.unready, all.ready]).toEqual([1, false]);
  expect(all.parts).toMatchObject({ items: 0, done: 0, rest: 0 });
  expect([all.unsettled, all.preview.map(({ item }) => item)]).toEqual([1, ["b", "c"]]);
  line!.split!.done = "some";
  expect([all.parts.items, all.unsettled]).toEqual([0, 1]);
  line!.split!.done = "5";
  expect([lacks(line!), pointsError(line!), all.ready]).toEqual([null, undefined, true]);
  expect(all.summary).toBe("5 points completed, 2 to the next sprint, 1 split");
});

it("keeps what was decided for a sprint until it is closed", () => {
  const first = decisionsOf("s", () => closing);
  first.decide(closing.unfinished[0]!, "split");
  first.lines[0]!.split!.done = "2";
  // Opened anew: the answer is another one by then, and may hold other items.
  const changed = { ...closing, unfinished: [closing.unfinished[0]!, card("d", 1)] };
  const again = decisionsOf("s", () => changed);
  expect(again.lines.map(({ outcome, split }) => [outcome, split?.done])).toEqual([["split", "2"], [null, undefined]]);
  expect(decisionsOf("other", () => closing).undecided).toBe(3);
  forget("s");
  expect(decisionsOf("s", () => closing).undecided).toBe(3);
});
