import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { toasts } from "$lib/toasts.svelte";
import { ROW } from "./geometry";
import { harness } from "./harness.svelte";
import type { ListView } from "./view";

const room = harness();
const EVEN: ListView = { filter: { labels: ["even"] }, sort: { by: "rank" } };
const BY_TITLE: ListView = { filter: {}, sort: { by: "title" } };
const ranks = () => {
  flushSync();
  return room.list.drawn.map(({ row }) => (row ? `${row.id}:${room.list.rankOf(row)}` : "-")).join(" ");
};
const moves = () => room.asked.filter(({ name }) => name === "item.move").map(({ request }) => (request as { place: unknown }).place);

describe("a list that leaves rows out", () => {
  it("shows what matches with its ranks in the whole backlog", async () => {
    await room.open(8, 0, EVEN);
    expect([ranks(), room.list.rows.total, room.list.rows.whole.items]).toEqual(["i2:2 i4:4 i6:6 i8:8", 4, 8]);
  });

  it("keeps showing the last view until the next one comes, and never an older answer after a newer question", async () => {
    await room.open(8);
    let answer!: () => void;
    room.hold = new Promise<void>((resolve) => (answer = resolve));
    room.view = EVEN;
    expect([room.shown(), room.list.rows.behind]).toEqual(["i1 i2 i3 i4 i5 i6 i7 i8", true]);
    room.hold = null;
    room.view = { ...EVEN, filter: { text: "i3" } };
    await vi.waitFor(() => expect(room.shown()).toBe("i3"));
    answer();
    await room.settled();
    expect([room.shown(), room.list.rows.behind]).toEqual(["i3", false]);
  });

  it("begins at its top, unless a row in hand is shown by both", async () => {
    await room.open(400, 200);
    await room.look(EVEN);
    expect([room.list.scroller!.scrollTop, room.list.cursor]).toEqual([0, { index: 0, id: "i2" }]);
    room.list.focused = true;
    room.list.go(149);
    await vi.waitFor(() => { flushSync(); expect(room.list.cursor.id).toBe("i300"); });
    await room.look({ filter: {}, sort: { by: "rank" } });
    await vi.waitFor(() => expect(room.list.cursor).toEqual({ index: 299, id: "i300" }));
    expect(room.list.scroller!.scrollTop / ROW).toBeGreaterThan(280);
  });

  it("draws what is in view and a little more, whatever its length", async () => {
    await room.open(100_000, 30_000, EVEN);
    expect(room.list.drawn.length).toBeLessThan(30);
    expect(room.list.at(30_000)?.id).toBe("i60002");
  });

  it("stays where it is while others change the backlog", async () => {
    await room.open(400, 100, EVEN);
    room.list.focused = true;
    room.list.go(104);
    await room.others(room.order.slice(20));
    expect([room.list.scroller!.scrollTop / ROW, room.list.cursor]).toEqual([90, { index: 94, id: "i210" }]);
  });
});

describe("lifting under a filter", () => {
  it("puts a row right before the next one shown, and shows the rank it has then in the whole", async () => {
    await room.open(10, 0, EVEN);
    room.list.go(4);
    await room.reorder.start();
    room.press("ArrowUp");
    room.press("ArrowUp");
    expect(ranks()).toBe("i2:2 i4:4 i10:6 i6:7 i8:9");
    room.press(" ");
    expect(ranks()).toBe("i2:2 i4:4 i10:6 i6:7 i8:9");
    await room.settled();
    expect([moves(), room.order.join(" ")]).toEqual([[{ to: "before", item: "i6" }], "i1 i2 i3 i4 i5 i10 i6 i7 i8 i9"]);
    expect(ranks()).toBe("i2:2 i4:4 i10:6 i6:7 i8:9");
  });

  it.each([
    ["Home", { to: "before", item: "i2" }, "i1 i6 i2 i3 i4 i5 i7 i8 i9"],
    ["End", { to: "after", item: "i8" }, "i1 i2 i3 i4 i5 i7 i8 i6 i9"],
  ])("has with %s the ends of what is shown, not of the backlog", async (key, place, order) => {
    await room.open(9, 0, EVEN);
    room.list.go(2);
    await room.reorder.start();
    room.press(key);
    room.press(" ");
    await room.settled();
    expect([moves(), room.order.join(" ")]).toEqual([[place], order]);
  });

  it("asks for the neighbour where it is not loaded", async () => {
    await room.open(4_000, 0, EVEN);
    room.list.go(0);
    await room.reorder.start();
    room.press("End");
    room.press(" ");
    await room.settled();
    await vi.waitFor(() => expect(moves()).toEqual([{ to: "after", item: "i4000" }]));
    expect(room.order.at(-1)).toBe("i2");
  });

  it("has for top, bottom and a number the whole backlog", async () => {
    await room.open(9, 0, EVEN);
    const moving = room.acts.move(["i6"], { to: "top" });
    expect(ranks()).toBe("i6:1 i2:3 i4:5 i8:8");
    await moving;
    await room.acts.move(["i6"], { to: "bottom" });
    await room.settled();
    expect(ranks()).toBe("i2:2 i4:4 i8:7 i6:9");
    await room.acts.move(["i6"], { to: "position", position: 2 });
    await room.settled();
    expect(room.order.join(" ")).toBe("i1 i6 i2 i3 i4 i5 i7 i8 i9");
  });

  it("is not possible in another order than that of the backlog, and says why", async () => {
    await room.open(9, 0, BY_TITLE);
    expect(room.shown()).toBe("i9 i8 i7 i6 i5 i4 i3 i2 i1");
    room.list.go(3);
    await room.reorder.start();
    expect(room.reorder.lift.active).toBe(false);
    expect(toasts.list).toMatchObject([{ tone: "warn", message: room.reorder.refusal }]);
    await room.acts.move(["i6"], { to: "top" });
    await room.others(room.order);
    expect([room.order[0], ranks()]).toEqual(["i6", "i9:9 i8:8 i7:7 i6:1 i5:6 i4:5 i3:4 i2:3 i1:2"]);
  });
});

describe("selecting under a filter", () => {
  it("selects everything that matches and nothing else, rows not loaded included", async () => {
    await room.open(100_000, 0, EVEN);
    await room.list.selectAll();
    expect([room.list.selection.size, room.list.selection.has("i2"), room.list.selection.has("i3"), room.list.selection.has("i100000")]).toEqual([50_000, true, false, true]);
  });

  it("selects what is asked for, not what is still shown", async () => {
    await room.open(20);
    room.view = EVEN;
    flushSync();
    expect(room.list.rows.behind).toBe(true);
    await room.list.selectAll();
    expect(room.list.selection.size).toBe(0);
    await vi.waitFor(() => expect(room.list.selection.ids.join(" ")).toBe("i2 i4 i6 i8 i10 i12 i14 i16 i18 i20"));
  });

  it("extends over what is shown", async () => {
    await room.open(1_000, 0, EVEN);
    room.list.go(1);
    await room.list.extend(3);
    expect(room.list.selection.ids).toEqual(["i4", "i6", "i8"]);
  });

  it("forgets what another view does not show: nothing is changed that is not seen", async () => {
    await room.open(20);
    for (const index of [1, 2, 3]) room.list.toggle(index);
    await room.look(EVEN);
    await vi.waitFor(() => expect(room.list.selection.ids).toEqual(["i2", "i4"]));
    await room.look({ filter: {}, sort: { by: "rank" } });
    expect(room.list.selection.ids).toEqual(["i2", "i4"]);
  });
});
