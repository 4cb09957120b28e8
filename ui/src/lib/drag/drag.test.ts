import { afterEach, describe, expect, it, vi } from "vitest";
import { Drag } from "./drag.svelte";
import { edgeSpeed, zoneAt } from "./hit";

const box = (element: Element, top: number, height: number) =>
  vi.spyOn(element, "getBoundingClientRect").mockReturnValue(new DOMRect(0, top, 100, height));
const point = (type: string, x: number, y: number) => new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, isPrimary: true, button: 0, bubbles: true, cancelable: true });

afterEach(() => {
  document.body.innerHTML = "";
  vi.restoreAllMocks();
});

describe("finding the zone", () => {
  function page() {
    document.body.innerHTML = '<div data-drop="column" data-drop-id="todo"><div data-drop="card" data-drop-id="a"><b>title</b></div></div>';
    const [column, card] = document.querySelectorAll<HTMLElement>("[data-drop]");
    box(card!, 100, 40);
    box(column!, 0, 400);
    return { stack: [document.querySelector("b")!, card!, column!] };
  }

  it("takes the innermost that is wanted, with the half", () => {
    const { stack } = page();
    expect(zoneAt(stack, { x: 5, y: 110 }, () => true)).toMatchObject({ kind: "card", id: "a", side: "before" });
    expect(zoneAt(stack, { x: 5, y: 130 }, () => true)).toMatchObject({ kind: "card", id: "a", side: "after" });
  });

  it("looks through zones that do not take it", () => {
    const { stack } = page();
    expect(zoneAt(stack, { x: 5, y: 110 }, (kind) => kind === "column")).toMatchObject({ kind: "column", id: "todo" });
    expect(zoneAt(stack, { x: 5, y: 110 }, () => false)).toBeNull();
  });
});

describe("scrolling near an edge", () => {
  it("is still in the middle and faster towards the edges", () => {
    expect(edgeSpeed(0, 600, 300)).toBe(0);
    expect(edgeSpeed(0, 600, 590)).toBeGreaterThan(edgeSpeed(0, 600, 570));
    expect(edgeSpeed(0, 600, 5)).toBeLessThan(0);
  });
});

describe("a drag", () => {
  function dragging(starts = () => true) {
    document.body.innerHTML = '<p id="source">HBR-1</p><div data-drop="slot" data-drop-id="here"></div>';
    const source = document.getElementById("source")!;
    const zone = document.querySelector<HTMLElement>("[data-drop]")!;
    box(zone, 100, 40);
    document.elementsFromPoint = (_x: number, y: number) => (y >= 100 ? [zone] : []);
    document.elementFromPoint = () => null;
    const onDrop = vi.fn();
    const onCancel = vi.fn();
    const drag = new Drag<string>({ starts, onDrop, onCancel });
    const detach = drag.source(() => "HBR-1")(source);
    const move = (y: number) => window.dispatchEvent(point("pointermove", 0, y));
    return { drag, source, onDrop, onCancel, move, detach };
  }

  it("begins past the threshold, and drops into the zone under the pointer", () => {
    const { drag, source, onDrop, move } = dragging();
    source.dispatchEvent(point("pointerdown", 0, 0));
    move(3);
    expect(drag.active).toBeNull();
    move(120);
    expect(document.querySelector(".ghost")).not.toBeNull();
    expect(source.dataset.dragged).toBe("");
    window.dispatchEvent(point("pointerup", 0, 120));
    expect(onDrop).toHaveBeenCalledWith("HBR-1", expect.objectContaining({ kind: "slot", id: "here" }));
    expect([drag.active, document.querySelector(".ghost"), source.dataset.dragged]).toEqual([null, null, undefined]);
  });

  it("is put back by Escape, and outside every zone", () => {
    const { source, onDrop, onCancel, move } = dragging();
    source.dispatchEvent(point("pointerdown", 0, 0));
    move(120);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", cancelable: true }));
    window.dispatchEvent(point("pointerup", 0, 120));
    source.dispatchEvent(point("pointerdown", 0, 0));
    move(50);
    window.dispatchEvent(point("pointerup", 0, 50));
    expect([onDrop.mock.calls.length, onCancel.mock.calls.length]).toEqual([0, 2]);
  });

  it("stays where it is when it may not start, and the release is no click", () => {
    const starts = vi.fn(() => false);
    const { drag, source, onDrop, move } = dragging(starts);
    const onclick = vi.fn();
    source.addEventListener("click", onclick);
    source.dispatchEvent(point("pointerdown", 0, 0));
    move(50);
    move(120);
    window.dispatchEvent(point("pointerup", 0, 120));
    source.click();
    expect([starts.mock.calls.length, drag.active, onDrop.mock.calls.length, onclick.mock.calls.length]).toEqual([1, null, 0, 0]);
  });
});
