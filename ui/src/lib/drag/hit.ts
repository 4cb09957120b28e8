export type Point = { x: number; y: number };
type Box = { left: number; top: number; width: number; height: number };

/** A place under the pointer that takes drops: any element with `data-drop="kind"` and maybe `data-drop-id`. */
export type Zone = {
  kind: string;
  id: string | null;
  element: HTMLElement;
  /** The half of the zone the pointer is in, from top to bottom, or from left to right with `data-drop-axis="x"`. */
  side: "before" | "after";
};

/** The innermost zone under the pointer that is wanted. `stack` is what `elementsFromPoint` gives, topmost first. */
export function zoneAt(stack: readonly Element[], point: Point, wanted: (kind: string, id: string | null) => boolean): Zone | null {
  for (const top of stack) {
    let element = top.closest<HTMLElement>("[data-drop]");
    while (element) {
      const kind = element.dataset.drop ?? "";
      const id = element.dataset.dropId ?? null;
      if (wanted(kind, id)) return { kind, id, element, side: sideOf(element.getBoundingClientRect(), point, element.dataset.dropAxis === "x") };
      element = element.parentElement?.closest<HTMLElement>("[data-drop]") ?? null;
    }
  }
  return null;
}

export function sideOf(box: Box, point: Point, horizontal = false): "before" | "after" {
  const middle = horizontal ? box.left + box.width / 2 : box.top + box.height / 2;
  return (horizontal ? point.x : point.y) < middle ? "before" : "after";
}

const EDGE = 48;
const FASTEST = 18;

/** Pixels to scroll this frame: none in the middle, faster the nearer to an edge. */
export function edgeSpeed(start: number, end: number, at: number): number {
  const reach = Math.min(EDGE, (end - start) / 3);
  if (at < start + reach) return -FASTEST * Math.min(1, (start + reach - at) / reach);
  if (at > end - reach) return FASTEST * Math.min(1, (at - end + reach) / reach);
  return 0;
}

/** The nearest ancestor that can scroll along an axis. */
export function scroller(from: Element | null, axis: "x" | "y"): Element | null {
  for (let element = from; element; element = element.parentElement) {
    const style = getComputedStyle(element);
    const overflow = axis === "y" ? style.overflowY : style.overflowX;
    const room = axis === "y" ? element.scrollHeight > element.clientHeight : element.scrollWidth > element.clientWidth;
    if (room && (overflow === "auto" || overflow === "scroll")) return element;
  }
  return null;
}
