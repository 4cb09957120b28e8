import { tick } from "svelte";
import { Drag } from "./drag.svelte";
import { Lift } from "./lift.svelte";

export type ReorderOptions<K> = {
  /** Names the list among the drop zones of the window. */
  kind: string;
  /** In the order that stands. */
  keys: () => readonly K[];
  /** "Criterion: Reviewed" */
  name: (key: K) => string;
  /** `to` is the place it shall have, from 0. */
  onmove: (key: K, to: number) => void;
};

/**
 * A short list whose order is the person's: rows dragged by their handle, or lifted on it with Space. The row carries
 * `data-drop={kind} data-drop-id={key}`, its handle `id={handle(key)}` and the class `grip`.
 */
export class Reorder<K extends string | number> {
  #options: ReorderOptions<K>;
  lift: Lift<K>;
  drag: Drag<K>;
  #id: string;

  /** As drawn: while something is lifted, at the place it would have. */
  shown: K[];

  constructor(id: string, options: ReorderOptions<K>) {
    this.#id = id;
    this.#options = options;
    const { keys, name, kind, onmove } = options;
    this.lift = new Lift<K>({
      lines: () => [keys().length],
      say: (key, to, of) => `${name(key)}, ${to.index + 1} of ${of}`,
      onDrop: (key, to) => onmove(key, to.index),
    });
    this.drag = new Drag<K>({
      accepts: (_, over) => over === kind,
      onDrop: (key, zone) => {
        const to = this.#place(key, zone.id, zone.side);
        if (to !== null) onmove(key, to);
      },
    });
    this.shown = $derived.by(() => this.#shown());
  }

  handle(key: K): string {
    return `${this.#id}-grip-${key}`;
  }

  /** Where a drop would land, for the line that is drawn on a row. */
  edge(key: K): "before" | "after" | undefined {
    const zone = this.drag.active?.zone;
    return zone?.id === String(key) && this.drag.active?.data !== key ? zone.side : undefined;
  }

  /** On the handle. The row moves in the document while it is lifted, so the focus is brought along. */
  keydown = (event: KeyboardEvent, key: K): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (this.lift.keydown(event)) {
      void this.focus(key);
    } else if (plain && (event.key === " " || event.key === "Enter")) {
      event.preventDefault();
      this.lift.lift(key, this.#options.keys().indexOf(key));
    }
  };

  /** A thing that is no longer looked at is not left hanging. `to` is what takes the focus. */
  blur = (to: EventTarget | null): void => {
    if (this.lift.active && to !== null) this.lift.cancel();
  };

  async focus(key: K): Promise<void> {
    await tick();
    document.getElementById(this.handle(key))?.focus();
  }

  #shown(): K[] {
    const keys = [...this.#options.keys()];
    if (this.lift.key === null) return keys;
    const at = keys.indexOf(this.lift.key);
    if (at >= 0) keys.splice(this.lift.to.index, 0, ...keys.splice(at, 1));
    return keys;
  }

  #place(key: K, over: string | null, side: "before" | "after"): number | null {
    const keys = this.#options.keys();
    const from = keys.indexOf(key);
    const at = keys.findIndex((other) => String(other) === over);
    if (at < 0 || from < 0) return null;
    const to = at + (side === "after" ? 1 : 0);
    const place = from < to ? to - 1 : to;
    return place === from ? null : place;
  }
}
