import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PrivateCard, Retro, RetroCard, TimelineMark } from "$lib/contract";
import { useHost } from "$lib/host";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { Ballot } from "./ballot.svelte";
import { Composer } from "./composer.svelte";
import { hidden } from "./phases";
import { layout, told } from "./timeline";
import { Turn } from "./turn.svelte";
import { unitColumns } from "./units";

const card = (id: string, column: string, group: string | null = null): RetroCard => ({ id, column, group, text: `text ${id}`, author: null, improvement: null });
const nobody = { checkIns: 0, cards: 0, votes: 0, ratings: 0, checkedIn: [], voted: [], rated: [] };
const retro = (change: Partial<Retro> = {}): Retro => ({ id: "r", phase: "gather", state: "open", allows: [], votesEach: 3, votesSeveral: true, counted: false, columns: [], groups: [], topics: [], private: nobody, ...change }) as Retro;

describe("the board", () => {
  const columns = [
    { id: "a", name: "Went well", private: 2, cards: [card("1", "a"), card("2", "a", "g"), card("3", "a", "g")] },
    { id: "b", name: "Ideas", private: 0, cards: [card("4", "b")] },
  ];
  const groups = [{ id: "g", name: "Reviews", column: "a", cards: ["2", "3"] }];

  it("shows a group where its first card stands", () => {
    const shown = unitColumns(retro({ columns, groups }));
    expect(shown.map((column) => column.units.map((unit) => [unit.id, unit.title, unit.cards.length, unit.votes]))).toEqual([
      [["1", "text 1", 1, null], ["g", "Reviews", 2, null]],
      [["4", "text 4", 1, null]],
    ]);
    expect(shown[0]!.private).toBe(2);
  });

  it("puts most votes first once they are counted, and shows none before", () => {
    const topics = [{ subject: "g", votes: 5 }, { subject: "1", votes: 2 }] as Retro["topics"];
    const shown = unitColumns(retro({ columns, groups, topics, counted: true }));
    expect(shown[0]!.units.map((unit) => [unit.id, unit.votes])).toEqual([["g", 5], ["1", 2]]);
    expect(shown[1]!.units[0]!.votes).toBe(0);
  });
});

describe("what is private", () => {
  it.each([
    ["gather", { cards: 3 }, "3 cards"],
    ["group", { cards: 1 }, "1 card"],
    ["checkIn", { checkIns: 2 }, "2 check-ins"],
    ["close", { ratings: 1 }, "1 rating"],
    ["vote", { votes: 4, cards: 0 }, null],
    ["gather", { ratings: 1 }, null],
  ] as const)("in %s with %j: %s", (phase, some, expected) => expect(hidden(retro({ phase, private: { ...nobody, ...some } }))).toBe(expected));
});

describe("a ballot", () => {
  it("keeps to the votes a person has, and to one a topic where that is asked", () => {
    let several = true;
    const ballot = new Ballot(() => retro({ votesSeveral: several }));
    for (const topic of ["x", "x", "y", "z"]) ballot.add(topic, topic);
    expect([ballot.votes, ballot.left, ballot.on("x")]).toEqual([["x", "x", "y"], 0, 2]);
    ballot.remove("x", "x");
    ballot.remove("nothing", "");
    expect(ballot.votes).toEqual(["x", "y"]);
    several = false;
    ballot.add("x", "x");
    expect(ballot.votes).toEqual(["x", "y"]);
    ballot.add("z", "z");
    expect(ballot.left).toBe(0);
  });
});

describe("writing fast", () => {
  function writing() {
    const sent: { text: string; answer: (value: Awaited<ReturnType<ConstructorParameters<typeof Composer>[1]>>) => void }[] = [];
    const wrote: PrivateCard[] = [];
    const composer = new Composer(() => "Ideas", (text) => new Promise((answer) => sent.push({ text, answer })), (one) => wrote.push(one));
    const ok = (id: string) => ({ ok: true as const, value: { id, column: "c", text: id }, action: null, guidance: [] });
    const type = (text: string) => {
      composer.text = text;
      return composer.add();
    };
    return { composer, sent, wrote, ok, type };
  }

  it("keeps the order in which it was typed, one on the way at a time", async () => {
    const { composer, sent, wrote, ok, type } = writing();
    const both = [type("first"), type("second")];
    await Promise.resolve();
    expect([composer.text, composer.pending.map((one) => one.text), sent.map((one) => one.text)]).toEqual(["", ["first", "second"], ["first"]]);
    sent[0]!.answer(ok("1"));
    await both[0];
    await Promise.resolve();
    sent[1]!.answer(ok("2"));
    await both[1];
    expect([wrote.map((one) => one.id), composer.pending]).toEqual([["1", "2"], []]);
  });

  it("gives back what was refused, unless something else is being typed", async () => {
    const { composer, sent, type } = writing();
    const error = { code: "retro_card", message: "Too long", hint: "" };
    const one = type("too long");
    await Promise.resolve();
    sent[0]!.answer({ ok: false, error });
    await one;
    expect([composer.text, composer.error?.code]).toEqual(["too long", "retro_card"]);
    const two = type("again too long");
    composer.text = "already typing";
    await Promise.resolve();
    sent[1]!.answer({ ok: false, error });
    await two;
    expect(composer.text).toBe("already typing");
  });

  it("takes no empty card", async () => {
    const { sent, type } = writing();
    await type("  ");
    expect(sent).toEqual([]);
  });
});

describe("a turn at the screen", () => {
  const asked: { name: string; request: unknown }[] = [];
  beforeEach(() => {
    asked.length = 0;
    useHost({
      rpc: async (name, request) => {
        asked.push({ name, request });
        return { value: {}, action: null, guidance: [] } as never;
      },
      onChanged: () => () => undefined,
    });
    const people = ["ana", "bo", "cy"].map((id) => ({ id, name: id, removed: false }));
    session.workspace = { id: "w", people, products: [] } as never;
    session.actAs("ana");
  });

  const known = { checkedIn: [], voted: [], rated: [] };
  const desk = (turn: Turn) => turn.desk;
  /** Who is asked is there. */
  const seat = (turn: Turn, who: string) => {
    turn.ask(who);
    turn.begin();
  };

  it("goes from hand to hand, and forgets what was written", () => {
    const turn = new Turn(() => retro({ id: "hands" }));
    desk(turn).wrote({ id: "1", column: "a", text: "mine" });
    expect(turn.next?.id).toBe("bo");
    turn.ask("bo");
    // Until Bo is there, Ana acts still.
    expect(session.actingAs).toBe("ana");
    turn.begin();
    expect([session.actingAs, turn.mine, turn.done, turn.canTakeBack]).toEqual(["bo", [], ["ana"], false]);
    expect(turn.next?.id).toBe("cy");
  });

  it("seats nobody unasked, and offers the screen back to who handed over first once the turns are over", () => {
    const at = (change: Partial<Retro>) => new Turn(() => retro({ id: "back", ...change }));
    const turn = at({ private: { ...nobody, cards: 1 } });
    seat(turn, "bo");
    seat(turn, "cy");
    expect([session.actingAs, turn.host]).toEqual(["cy", null]);
    const after = at({ columns: [{ id: "a", name: "Ideas", private: 0, cards: [card("1", "a")] }] });
    after.shown("gather");
    expect([session.actingAs, after.host?.id]).toEqual(["cy", "ana"]);
    // Another phase is no hand-over either.
    const discuss = at({ phase: "discuss" });
    discuss.fresh();
    expect([session.actingAs, discuss.host?.id]).toEqual(["cy", "ana"]);
    discuss.goBack();
    expect([session.actingAs, discuss.host]).toEqual(["ana", null]);
  });

  it("asks the one who held it to the screen where something waits for their eyes alone", () => {
    const turn = new Turn(() => retro({ id: "eyes", phase: "discuss" }));
    desk(turn).composer("a").text = "Half a thought";
    seat(turn, "bo");
    turn.goBack();
    expect([session.actingAs, turn.asked]).toEqual(["bo", "ana"]);
    turn.begin();
    expect([session.actingAs, desk(turn).composer("a").text]).toEqual(["ana", "Half a thought"]);
  });

  it("knows who held it though the window was opened anew in between", () => {
    seat(new Turn(() => retro({ id: "anew", phase: "discuss" })), "bo");
    expect(new Turn(() => retro({ id: "anew", phase: "discuss" })).host?.id).toBe("ana");
  });

  it("shows what one has begun to nobody else, however they come to the screen", () => {
    const turn = new Turn(() => retro({ id: "begun", phase: "vote" }));
    desk(turn).wrote({ id: "1", column: "a", text: "mine" });
    desk(turn).ballot.add("1", "mine");
    const late = desk(turn);
    session.actAs("bo");
    expect([turn.mine, turn.canTakeBack, desk(turn).ballot.votes, turn.unsent]).toEqual([[], false, [], null]);
    // A card that comes back kept after its writer has left is not shown to the next one.
    late.wrote({ id: "2", column: "a", text: "late" });
    expect(turn.mine).toEqual([]);
    session.actAs("ana");
    expect([turn.mine.map((one) => one.id), turn.unsent]).toEqual([["1"], "1 vote not handed in"]);
  });

  it("keeps what was begun for its person through phases and rooms, and says who has begun what", () => {
    let now = retro({ id: "kept", phase: "checkIn" });
    const turn = new Turn(() => now);
    Object.assign(desk(turn), { mood: 4, word: "tired" });
    desk(turn).composer("a").text = "Half a thought";
    desk(turn).wrote({ id: "1", column: "a", text: "mine" });
    expect(turn.begun()).toEqual(["ana has begun a check-in that is not handed in."]);
    now = retro({ id: "kept" });
    turn.fresh();
    // Left for another room and come back to: another turn over the same table.
    const again = new Turn(() => now);
    expect([desk(again).mood, desk(again).word, again.mine.map((one) => one.id)]).toEqual([4, "tired", ["1"]]);
    session.actAs("bo");
    expect(again.begun()).toEqual(["ana has begun a card that is not added."]);
    expect(again.begun(true)).toHaveLength(2);
    again.closed();
    session.actAs("ana");
    expect([desk(again).mood, again.begun(true)]).toEqual([null, []]);
  });

  it("counts no votes as begun once the voting has ended, and drops those on what is no longer there", () => {
    let now = retro({ id: "votes", phase: "vote" });
    const turn = new Turn(() => now);
    desk(turn).ballot.add("1", "one");
    desk(turn).ballot.add("g", "group");
    expect(turn.begun()).toEqual(["ana has 2 votes not handed in."]);
    turn.prune(["g"]);
    expect(desk(turn).ballot.votes).toEqual(["g"]);
    now = retro({ id: "votes", phase: "vote", counted: true });
    expect(turn.begun()).toEqual([]);
  });

  it("takes back what was said last, and only that, to where it was written", async () => {
    const turn = new Turn(() => retro({ id: "taken" }));
    desk(turn).wrote({ id: "1", column: "a", text: "one" });
    desk(turn).wrote({ id: "2", column: "a", text: "two" });
    expect(await turn.takeBack()).toBe(true);
    expect(asked.at(0)).toEqual({ name: "retro.takeBack", request: { ids: ["2"] } });
    expect([turn.mine.map((one) => one.id), desk(turn).composer("a").text]).toEqual([["1"], "two"]);
    await turn.takeBack("1");
    expect([turn.canTakeBack, desk(turn).composer("a").text]).toEqual([false, "one\ntwo"]);
  });

  it("takes nothing back between two people, and in a turn only what is one's own", async () => {
    let now = retro({ id: "own", phase: "checkIn", allows: ["checkIn"], private: { ...nobody, ...known } });
    const turn = new Turn(() => now);
    const { word } = Object.assign(desk(turn), { word: "" });
    turn.kept("your check-in", ["c"], () => (desk(turn).word = "tired"));
    turn.ask("bo");
    expect([turn.back(), turn.canTakeBack]).toEqual([undefined, false]);
    await Promise.resolve();
    expect([asked.filter((one) => one.name === "retro.takeBack"), word]).toEqual([[], ""]);
    turn.asked = null;
    turn.back();
    await vi.waitFor(() => expect(desk(turn).word).toBe("tired"));
    // Nothing of one's own: the way into the phase is not undone.
    toasts.list = [];
    expect([turn.back(), toasts.list.map((one) => one.tone)]).toEqual([undefined, ["warn"]]);
    // What the window offers to undo with the same key is.
    toasts.done("Show 2 check-ins", { undo: () => undefined });
    expect(turn.back()).toBe(false);
    toasts.list = [];
    now = retro({ id: "own", phase: "group", allows: ["write", "group"] });
    expect(turn.back()).toBe(false);
  });
});

describe("the timeline", () => {
  const mark = (kind: TimelineMark["kind"], at: string, until: string | null = null): TimelineMark => ({ kind, at, until, open: false, key: "HBR-1", title: "Pier", points: kind === "done" ? -3 : null, confidence: kind === "daily" ? 3.5 : null, item: null });
  const from = "2026-03-02T00:00:00Z";
  const to = "2026-03-12T00:00:00Z";

  it("lays marks out so that none covers another, spans below points", () => {
    const marks = [mark("started", from), mark("done", "2026-03-07T00:00:00Z"), mark("done", "2026-03-07T00:30:00Z"), mark("impediment", "2026-03-04T00:00:00Z", "2026-03-06T00:00:00Z"), mark("blocked", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z")];
    const placed = layout({ from, to, marks });
    expect(placed.map((one) => one.mark)).toEqual(marks);
    expect(placed.map((one) => one.row)).toEqual([0, 0, 1, 2, 3]);
    expect(placed[1]!.left).toBe(50);
    expect([placed[3]!.left, placed[3]!.width]).toEqual([20, 20]);
    expect(placed.every((one) => one.left >= 0 && one.left + one.width <= 100)).toBe(true);
    expect(layout({ from: null, to: null, marks: [] })).toEqual([]);
  });

  it("says what each is", () => {
    expect(told(mark("done", "2026-03-07T10:05:00Z"), "UTC")).toBe("7 Mar 10:05, Done: HBR-1 Pier, 3 points");
    expect(told({ ...mark("impediment", from, "2026-03-03T00:00:00Z"), open: true }, "UTC")).toBe("2 Mar 00:00, Impediment for 1 d and on: HBR-1 Pier");
    expect(told({ ...mark("daily", from), key: "", title: "" }, "UTC")).toBe("2 Mar 00:00, Daily Scrum, confidence 3.5 of 5");
  });
});
