import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BacklogWindow, Changed, ItemRow, MoveItems, Name, RpcError } from "$lib/contract";
import { client, followChanges } from "$lib/data";
import { useHost } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { Acts } from "./acts";
import { ROW } from "./geometry";
import { BacklogList } from "./list.svelte";
import { Reorder } from "./reorder.svelte";

/** The order the host knows, and a room over it whose list shows ten rows. */
let order: string[] = [];
let refusal: RpcError | null = null;
let changed: (change: Changed) => void;
let stop: () => void;
let leave: () => void = () => undefined;
let list: BacklogList;
let acts: Acts;
let reorder: Reorder;

const row = (id: string, position: number) =>
  ({ id, key: `HBR-${id}`, title: `Item ${id}`, estimate: 1, value: null, position, type: "feature", labels: [], assignees: [], epic: null }) as unknown as ItemRow;
const letters = (count: number) => Array.from({ length: count }, (_, at) => `i${at + 1}`);
const answers: Partial<Record<Name, (request: never) => unknown>> = {
  "backlog.window": ({ offset, limit }: BacklogWindow) => ({
    total: order.length, points: order.length, unestimated: 0, whole: { items: order.length, points: order.length, unestimated: 0 }, rows: order.slice(offset, offset + limit).map((id, at) => row(id, offset + at + 1)),
  }),
  "backlog.ids": ({ offset = 0, limit }: { offset?: number; limit?: number }) => ({
    items: order.slice(offset, limit === undefined ? undefined : offset + limit).map((id) => ({ id, estimate: 1 })),
  }),
  "backlog.locate": ({ item }: { item: string }) => ({ position: order.includes(item) ? order.indexOf(item) + 1 : null }),
  "item.move": ({ items, place }: MoveItems) => {
    if (refusal) throw refusal;
    const block = order.filter((id) => items.includes(id));
    const standing = order.filter((id) => !items.includes(id));
    const at = { top: 0, bottom: standing.length, position: place.to === "position" ? place.position - 1 : 0, before: "item" in place ? standing.indexOf(place.item) : 0, after: "item" in place ? standing.indexOf(place.item) + 1 : 0 }[place.to];
    order = [...standing.slice(0, at), ...block, ...standing.slice(at)];
    return { positions: block.map((item) => ({ item, position: order.indexOf(item) + 1 })) };
  },
  "item.delete": ({ items }: { items: string[] }) => {
    order = order.filter((id) => !items.includes(id));
    return { deleted: items.length };
  },
};

const settled = () => vi.waitFor(() => { if (client.isFetching() > 0) throw new Error("still asking"); flushSync(); }, { interval: 5 });
const shown = () => { flushSync(); return list.drawn.filter(({ row }) => row).map(({ row }) => row!.id).join(" "); };
/** Somebody else did something. */
async function others(next: string[]) {
  order = next;
  changed({ topics: [] });
  await settled();
  await settled();
}

async function open(count: number, scrolled = 0) {
  order = letters(count);
  const scroller = document.createElement("div");
  leave = $effect.root(() => {
    list = new BacklogList("p");
    acts = new Acts(list);
    reorder = new Reorder(list, acts);
  });
  list.height = ROW * 10;
  list.scroller = scroller;
  flushSync();
  await settled();
  scroller.scrollTop = scrolled * ROW;
  list.scrolled();
  flushSync();
  await vi.waitFor(() => expect(list.at(scrolled)).toBeDefined());
}

beforeEach(() => {
  refusal = null;
  useHost({
    rpc: async (name, request) => ({ value: answers[name]?.(request as never), action: { id: "a", label: name }, guidance: [] }) as never,
    onChanged(callback) {
      changed = callback;
      return () => undefined;
    },
  });
  stop = followChanges();
});

afterEach(() => {
  leave();
  stop();
  client.clear();
  toasts.list = [];
});

describe("a long list", () => {
  it("draws what is in view and a little more, whatever its length", async () => {
    await open(100_000, 50_000);
    expect(list.drawn.length).toBeLessThan(30);
    expect(list.at(50_000)?.id).toBe("i50001");
  });

  it("gives the focus to a row that is not loaded yet, and knows it once it is", async () => {
    await open(1_000);
    list.go(Infinity);
    expect(list.cursor).toEqual({ index: 999, id: null });
    flushSync();
    await vi.waitFor(() => expect(list.cursor).toEqual({ index: 999, id: "i1000" }));
  });

  it("keeps the row with the focus while it is scrolled away", async () => {
    await open(1_000);
    list.go(3);
    list.scroller!.scrollTop = 900 * ROW;
    list.scrolled();
    flushSync();
    await vi.waitFor(() => expect(list.at(900)).toBeDefined());
    expect(list.drawn[0]).toMatchObject({ index: 3, row: { id: "i4" } });
  });
});

describe("while others change the order", () => {
  it("stays where it is when rows come and go above", async () => {
    await open(500, 100);
    list.go(104);
    await others(["x", "y", ...order]);
    expect([list.scroller!.scrollTop / ROW, list.cursor]).toEqual([102, { index: 106, id: "i105" }]);
    await others(order.slice(5));
    expect([list.scroller!.scrollTop / ROW, list.cursor]).toEqual([97, { index: 101, id: "i105" }]);
  });

  it("finds what was on screen when it has gone far", async () => {
    await open(1_000, 600);
    list.focused = true;
    list.go(603);
    await others([...order.slice(400), ...order.slice(0, 400)]);
    await vi.waitFor(() => expect(list.scroller!.scrollTop / ROW).toBe(200));
    await vi.waitFor(() => expect(list.at(203)?.id).toBe("i604"));
    expect(list.cursor).toEqual({ index: 203, id: "i604" });
  });

  it("gives the focus of a row that went to the one that stands there", async () => {
    await open(20);
    list.go(4);
    await others(order.filter((id) => id !== "i5"));
    expect(list.cursor).toEqual({ index: 4, id: "i6" });
  });

  it("forgets what is no longer there to be selected", async () => {
    await open(20);
    list.toggle(1);
    list.toggle(2);
    await others(order.filter((id) => id !== "i3"));
    await vi.waitFor(() => expect(list.selection.ids).toEqual(["i2"]));
  });
});

describe("moving", () => {
  it("shows a move before it is answered, and takes it back with the reason when it is refused", async () => {
    await open(6);
    refusal = { code: "not_accountable", message: "Ordering is the Product Owner's.", hint: "" };
    const moving = acts.move(["i4"], { to: "top" });
    expect(shown()).toBe("i4 i1 i2 i3 i5 i6");
    expect(list.cursor.id).toBe("i1");
    await moving;
    await settled();
    expect(shown()).toBe("i1 i2 i3 i4 i5 i6");
    expect(toasts.list).toMatchObject([{ tone: "error", code: "not_accountable" }]);
  });

  it("lifts, moves and drops with the keys", async () => {
    await open(6);
    list.go(4);
    await reorder.start();
    const press = (key: string) => reorder.keydown(new KeyboardEvent("keydown", { key, cancelable: true }));
    press("ArrowUp");
    press("ArrowUp");
    expect(shown()).toBe("i1 i2 i5 i3 i4 i6");
    press("Home");
    press("Escape");
    expect(shown()).toBe("i1 i2 i3 i4 i5 i6");
    await reorder.start();
    press("End");
    press(" ");
    expect(shown()).toBe("i1 i2 i3 i4 i6 i5");
    await settled();
    expect([order.join(" "), list.cursor]).toEqual(["i1 i2 i3 i4 i6 i5", { index: 5, id: "i5" }]);
  });

  it("gathers what is selected, even when the first of it stays", async () => {
    await open(6);
    for (const index of [1, 3, 5]) list.toggle(index);
    list.go(1);
    await reorder.start();
    expect(shown()).toBe("i1 i2 i4 i6 i3 i5");
    reorder.keydown(new KeyboardEvent("keydown", { key: " ", cancelable: true }));
    await settled();
    expect(order.join(" ")).toBe("i1 i2 i4 i6 i3 i5");
  });

  it("keeps a lifted row in the air while others change the order, and puts it back when it is gone", async () => {
    await open(6);
    list.go(4);
    await reorder.start();
    reorder.keydown(new KeyboardEvent("keydown", { key: "Home", cancelable: true }));
    await others(["x", ...order]);
    expect(shown()).toBe("i5 x i1 i2 i3 i4 i6");
    await others(order.filter((id) => id !== "i5"));
    expect(reorder.lift.active).toBe(false);
    expect(shown()).toBe("x i1 i2 i3 i4 i6");
  });

  it("deletes what is selected and goes on with the next row", async () => {
    await open(6);
    for (const index of [1, 2]) list.toggle(index);
    list.go(2);
    const gone = acts.remove(list.selection.ids);
    expect([shown(), list.cursor.id]).toEqual(["i1 i4 i5 i6", "i4"]);
    await gone;
    await settled();
    expect([order.join(" "), list.selection.size]).toEqual(["i1 i4 i5 i6", 0]);
  });
});

describe("selecting", () => {
  it("extends a stretch and takes it back, keeping what was selected before", async () => {
    await open(300);
    list.toggle(0);
    list.go(5);
    list.selection.begin(5);
    await list.extend(7);
    expect(list.selection.ids).toEqual(["i1", "i6", "i7", "i8"]);
    await list.extend(4);
    expect(list.selection.ids).toEqual(["i1", "i5", "i6"]);
  });

  it("reaches rows that are not loaded", async () => {
    await open(1_000);
    await list.selectAll();
    expect([list.selection.size, list.selection.points]).toEqual([1_000, 1_000]);
  });
});
