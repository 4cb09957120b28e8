import type { Attachment } from "svelte/attachments";
import { announce } from "../announce";
import { edgeSpeed, scroller, zoneAt, type Point, type Zone } from "./hit";

export type DragOptions<T> = {
  /** Whether a zone takes what is dragged. Zones that do not are looked through. */
  accepts?: (data: T, kind: string, id: string | null) => boolean;
  /** Asked once something is pulled far enough to be dragged. False leaves it where it is. */
  starts?: (data: T) => boolean;
  onStart?: (data: T) => void;
  /** The zone, or the half of it, under the pointer changed. */
  onOver?: (data: T, zone: Zone | null) => void;
  onDrop: (data: T, zone: Zone) => void;
  /** Let go outside every zone, or Escape. */
  onCancel?: (data: T) => void;
};
export type SourceOptions = {
  /** A selector: the drag starts only from there. Without it, from anywhere but controls. */
  handle?: string;
  disabled?: boolean;
};

const THRESHOLD = 5;
const CONTROLS = 'button,a,input,textarea,select,[contenteditable="true"],[data-no-drag]';

/**
 * Dragging by pointer events. One instance serves a room. Sources: `{@attach drag.source(() => data)}`.
 * Zones: `data-drop="kind" data-drop-id="…"`. The element dragged carries `data-dragged`; a copy follows the pointer.
 */
export class Drag<T> {
  /** What is being dragged, and over what. Null when nothing is. */
  active = $state.raw<{ data: T; zone: Zone | null } | null>(null);
  #options: DragOptions<T>;
  #from: Point = { x: 0, y: 0 };
  #at: Point = { x: 0, y: 0 };
  #source: HTMLElement | null = null;
  #ghost: HTMLElement | null = null;
  #frame = 0;
  #end: (() => void) | null = null;

  constructor(options: DragOptions<T>) {
    this.#options = options;
  }

  /** Makes an element draggable. */
  source(data: () => T, { handle, disabled }: SourceOptions = {}): Attachment<HTMLElement> {
    return (element) => {
      if (disabled) return;
      const press = (event: PointerEvent) => {
        const target = event.target as Element;
        const control = target.closest(CONTROLS);
        const free = handle ? target.closest(handle) : !control || control === element || control.contains(element);
        if (event.button === 0 && event.isPrimary && free) this.#press(event, element, data());
      };
      element.addEventListener("pointerdown", press);
      return () => element.removeEventListener("pointerdown", press);
    };
  }

  /** Ends a drag as Escape does. */
  cancel(): void {
    const active = this.active;
    this.#end?.();
    if (!active) return;
    this.#options.onCancel?.(active.data);
    announce("Put back");
  }

  #press(event: PointerEvent, element: HTMLElement, data: T): void {
    this.#end?.();
    this.#from = this.#at = { x: event.clientX, y: event.clientY };
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== event.pointerId) return;
      this.#at = { x: moved.clientX, y: moved.clientY };
      if (!this.active) {
        if (Math.hypot(this.#at.x - this.#from.x, this.#at.y - this.#from.y) < THRESHOLD) return;
        if (this.#options.starts?.(data) === false) {
          window.addEventListener("pointerup", swallowClick, { once: true });
          return this.#end?.();
        }
        this.#begin(element, data, event.pointerId);
      }
      moved.preventDefault();
      this.#follow();
    };
    const up = (released: PointerEvent) => released.pointerId === event.pointerId && this.#release();
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== "Escape" || !this.active) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      this.cancel();
    };
    const lost = () => this.cancel();
    const still = (selecting: Event) => selecting.preventDefault();
    // On the window, not on the element: a virtual list may drop the row while it is under way.
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", lost);
    window.addEventListener("blur", lost);
    window.addEventListener("keydown", key, true);
    document.addEventListener("selectstart", still);
    this.#end = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", lost);
      window.removeEventListener("blur", lost);
      window.removeEventListener("keydown", key, true);
      document.removeEventListener("selectstart", still);
      this.#tidy();
    };
  }

  #begin(element: HTMLElement, data: T, pointer: number): void {
    this.#source = element;
    this.#ghost = ghostOf(element);
    element.dataset.dragged = "";
    document.documentElement.dataset.dragging = "";
    try {
      document.documentElement.setPointerCapture(pointer); // goes on outside the window
    } catch {
      // a pointer that ended meanwhile, or one made by a test driver
    }
    this.active = { data, zone: null };
    this.#options.onStart?.(data);
    this.#frame = requestAnimationFrame(this.#scroll);
  }

  #follow(): void {
    if (!this.active || !this.#ghost) return;
    this.#ghost.style.translate = `${this.#at.x - this.#from.x}px ${this.#at.y - this.#from.y}px`;
    const { data, zone: last } = this.active;
    const accepts = this.#options.accepts ?? (() => true);
    const zone = zoneAt(document.elementsFromPoint(this.#at.x, this.#at.y), this.#at, (kind, id) => accepts(data, kind, id));
    if (zone?.element === last?.element && zone?.side === last?.side) return;
    this.active = { data, zone };
    this.#options.onOver?.(data, zone);
  }

  #scroll = (): void => {
    if (!this.active) return;
    const under = document.elementFromPoint(this.#at.x, this.#at.y);
    for (const axis of ["x", "y"] as const) {
      const area = scroller(under, axis);
      if (!area) continue;
      const box = area.getBoundingClientRect();
      const by = axis === "y" ? edgeSpeed(box.top, box.bottom, this.#at.y) : edgeSpeed(box.left, box.right, this.#at.x);
      if (by) area.scrollBy(axis === "y" ? { top: by } : { left: by });
      if (by) this.#follow();
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #release(): void {
    const active = this.active;
    if (active) swallowClick();
    this.#end?.();
    if (!active) return;
    if (active.zone) this.#options.onDrop(active.data, active.zone);
    else this.#options.onCancel?.(active.data);
  }

  #tidy(): void {
    this.#end = null;
    cancelAnimationFrame(this.#frame);
    this.#ghost?.remove();
    this.#ghost = null;
    if (this.#source) delete this.#source.dataset.dragged;
    this.#source = null;
    delete document.documentElement.dataset.dragging;
    this.active = null;
  }
}

/** A copy of the element as it looks, that follows the pointer and is never hit by it. */
function ghostOf(element: HTMLElement): HTMLElement {
  const box = element.getBoundingClientRect();
  const ghost = element.cloneNode(true) as HTMLElement;
  for (const node of [ghost, ...ghost.querySelectorAll("[id],[data-drop]")]) {
    node.removeAttribute("id");
    node.removeAttribute("data-drop");
  }
  ghost.inert = true;
  ghost.setAttribute("aria-hidden", "true");
  ghost.classList.add("ghost");
  Object.assign(ghost.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
  // Outside lists, whose containment would clip it. `data-ghosts` marks a nearer home, where styles need one.
  (element.closest("[data-ghosts]") ?? document.body).append(ghost);
  return ghost;
}

/** The click that follows a drop is not a click on what lies there. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 50);
}
