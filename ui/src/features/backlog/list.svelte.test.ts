import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { toasts } from "$lib/toasts.svelte";
import { LINE, ROW } from "./geometry";
import { harness } from "./harness.svelte";

const room = harness();

describe("a long list", () => {
  it("draws what is in view and a little more, whatever its length", async () => {
    await room.open(100_000, 50_000);
    expect(room.list.drawn.length).toBeLessThan(30);
    expect(room.list.at(50_000)?.id).toBe("i50001");
  });

  it("gives the focus to a row that is not loaded yet, and knows it once it is", async () => {
    await room.open(1_000);
    room.list.go(Infinity);
    expect(room.list.cursor).toEqual({ index: 999, id: null });
    flushSync();
    await vi.waitFor(() => expect(room.list.cursor).toEqual({ index: 999, id: "i1000" }));
  });

  it("keeps the row with the focus while it is scrolled away", async () => {
    await room.open(1_000);
    room.list.go(3);
    room.list.scroller!.scrollTop = 900 * ROW;
    room.list.scrolled();
    flushSync();
    await vi.waitFor(() => expect(room.list.at(900)).toBeDefined());
    expect(room.list.drawn[0]).toMatchObject({ index: 3, row: { id: "i4" } });
  });
});

describe("while others change the order", () => {
  it("stays where it is when rows come and go above", async () => {
    await room.open(500, 100);
    room.list.go(104);
    await room.others(["x", "y", ...room.order]);
    expect([room.list.scroller!.scrollTop / ROW, room.list.cursor]).toEqual([102, { index: 106, id: "i105" }]);
    await room.others(room.order.slice(5));
    expect([room.list.scroller!.scrollTop / ROW, room.list.cursor]).toEqual([97, { index: 101, id: "i105" }]);
  });

  it("finds what was on screen when it has gone far", async () => {
    await room.open(1_000, 600);
    room.list.focused = true;
    room.list.go(603);
    await room.others([...room.order.slice(400), ...room.order.slice(0, 400)]);
    await vi.waitFor(() => expect(room.list.scroller!.scrollTop / ROW).toBe(200));
    await vi.waitFor(() => expect(room.list.at(203)?.id).toBe("i604"));
    expect(room.list.cursor).toEqual({ index: 203, id: "i604" });
  });

  it("gives the focus of a row that went to the one that stands there", async () => {
    await room.open(20);
    room.list.go(4);
    await room.others(room.order.filter((id) => id !== "i5"));
    expect(room.list.cursor).toEqual({ index: 4, id: "i6" });
  });

  it("forgets what is no longer there to be selected", async () => {
    await room.open(20);
    room.list.toggle(1);
    room.list.toggle(2);
    await room.others(room.order.filter((id) => id !== "i3"));
    await vi.waitFor(() => expect(room.list.selection.ids).toEqual(["i2"]));
  });
});

describe("moving", () => {
  it("shows a move before it is answered, and takes it back with the reason when it is refused", async () => {
    await room.open(6);
    room.refusal = { code: "not_accountable", message: "Ordering is the Product Owner's.", hint: "" };
    const moving = room.acts.move(["i4"], { to: "top" });
    expect(room.shown()).toBe("i4 i1 i2 i3 i5 i6");
    expect(room.list.cursor.id).toBe("i1");
    await moving;
    await room.settled();
    expect(room.shown()).toBe("i1 i2 i3 i4 i5 i6");
    expect(toasts.list).toMatchObject([{ tone: "error", code: "not_accountable" }]);
  });

  it("lifts, moves and drops with the keys", async () => {
    await room.open(6);
    room.list.go(4);
    await room.reorder.start();
    room.press("ArrowUp");
    room.press("ArrowUp");
    expect(room.shown()).toBe("i1 i2 i5 i3 i4 i6");
    room.press("Home");
    room.press("Escape");
    expect(room.shown()).toBe("i1 i2 i3 i4 i5 i6");
    await room.reorder.start();
    room.press("End");
    room.press(" ");
    expect(room.shown()).toBe("i1 i2 i3 i4 i6 i5");
    await room.settled();
    expect([room.order.join(" "), room.list.cursor]).toEqual(["i1 i2 i3 i4 i6 i5", { index: 5, id: "i5" }]);
  });

  it("goes on from what is shown while a drop far away is not answered yet", async () => {
    await room.open(1_000);
    room.list.go(0);
    await room.reorder.start();
    for (const key of ["End", " "]) room.reorder.keydown(new KeyboardEvent("keydown", { key }));
    // The keys go on before the host has said where the row stands now.
    room.list.go(0);
    await room.settled();
    await vi.waitFor(() => expect(room.list.cursor).toEqual({ index: 0, id: "i2" }));
    expect(room.order.at(-1)).toBe("i1");
    expect(room.list.scroller!.scrollTop).toBe(0);
  });

  it("gathers what is selected, even when the first of it stays", async () => {
    await room.open(6);
    for (const index of [1, 3, 5]) room.list.toggle(index);
    room.list.go(1);
    await room.reorder.start();
    expect(room.shown()).toBe("i1 i2 i4 i6 i3 i5");
    room.press(" ");
    await room.settled();
    expect(room.order.join(" ")).toBe("i1 i2 i4 i6 i3 i5");
  });

  it("keeps a lifted row in the air while others change the order, and puts it back when it is gone", async () => {
    await room.open(6);
    room.list.go(4);
    await room.reorder.start();
    room.press("Home");
    await room.others(["x", ...room.order]);
    expect(room.shown()).toBe("i5 x i1 i2 i3 i4 i6");
    await room.others(room.order.filter((id) => id !== "i5"));
    expect(room.reorder.lift.active).toBe(false);
    expect(room.shown()).toBe("x i1 i2 i3 i4 i6");
  });

  it("puts what is selected above or below the row with the focus, which stays", async () => {
    await room.open(6);
    for (const index of [0, 4]) room.list.toggle(index);
    room.list.go(2);
    expect(room.acts.beside("before", room.list.current)).toBe(true);
    await room.settled();
    await vi.waitFor(() => expect(room.order.join(" ")).toBe("i2 i1 i5 i3 i4 i6"));
    await vi.waitFor(() => expect(room.list.cursor.id).toBe("i3"));
    expect(room.acts.beside("after", room.list.current)).toBe(true);
    await vi.waitFor(() => expect(room.order.join(" ")).toBe("i2 i3 i1 i5 i4 i6"));
    // Next to itself, or with nothing selected, there is nothing to move.
    const [first] = room.list.rows.rows.filter((row) => row?.id === "i1");
    expect(room.acts.beside("before", first!)).toBe(false);
    room.list.selection.clear();
    expect(room.acts.beside("before", room.list.current)).toBe(false);
  });

  it("deletes what is selected and goes on with the next row", async () => {
    await room.open(6);
    for (const index of [1, 2]) room.list.toggle(index);
    room.list.go(2);
    const gone = room.acts.remove(room.list.selection.ids);
    expect([room.shown(), room.list.cursor.id]).toEqual(["i1 i4 i5 i6", "i4"]);
    await gone;
    await room.settled();
    expect([room.order.join(" "), room.list.selection.size]).toEqual(["i1 i4 i5 i6", 0]);
  });
});

describe("selecting", () => {
  it("extends a stretch and takes it back, keeping what was selected before", async () => {
    await room.open(300);
    room.list.toggle(0);
    room.list.go(5);
    room.list.selection.begin(5);
    await room.list.extend(7);
    expect(room.list.selection.ids).toEqual(["i1", "i6", "i7", "i8"]);
    await room.list.extend(4);
    expect(room.list.selection.ids).toEqual(["i1", "i5", "i6"]);
  });

  it("reaches rows that are not loaded", async () => {
    await room.open(1_000);
    await room.list.selectAll();
    expect([room.list.selection.size, room.list.selection.points]).toEqual([1_000, 1_000]);
  });
});

describe("lines between rows", () => {
  it("leave what is looked at where it is", async () => {
    await room.open(1_000, 100);
    room.list.rule([3, 9]);
    flushSync();
    await vi.waitFor(() => expect(room.list.scroller!.scrollTop).toBe(100 * ROW + 2 * LINE));
    expect(room.list.seen.first).toBe(100);
    room.list.rule([3, 400]);
    await vi.waitFor(() => expect(room.list.scroller!.scrollTop).toBe(100 * ROW + LINE));
  });
});
