import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, vi } from "vitest";
import type { BacklogFilter, BacklogSort, BacklogWindow, Changed, ItemRow, MoveItems, Name, RpcError } from "$lib/contract";
import { client, followChanges } from "$lib/data";
import { useHost } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { Acts } from "./acts";
import { ROW } from "./geometry";
import { BacklogList } from "./list.svelte";
import { Reorder } from "./reorder.svelte";
import { PLAIN, type ListView } from "./view";

/**
 * For tests: a host that knows one order of items i1, i2, … and a room over it whose list shows ten rows. Labelled
 * `even` is every second of them; sorted by title the highest number is first.
 */
class Harness {
  order: string[] = [];
  refusal: RpcError | null = null;
  view = $state.raw<ListView>(PLAIN);
  list!: BacklogList;
  acts!: Acts;
  reorder!: Reorder;
  asked: { name: Name; request: unknown }[] = [];
  /** While it is set, answers wait for it. */
  hold: Promise<unknown> | null = null;
  #changed: (change: Changed) => void = () => undefined;
  #stop: () => void = () => undefined;
  #leave: () => void = () => undefined;

  readonly answers: Partial<Record<Name, (request: never) => unknown>> = {
    "backlog.window": ({ offset, limit, filter, sort }: BacklogWindow) => {
      const shown = this.#shown(filter, sort);
      const sums = ({ length }: string[]) => ({ points: length, unestimated: 0 });
      return { total: shown.length, ...sums(shown), whole: { items: this.order.length, ...sums(this.order) }, rows: shown.slice(offset, offset + limit).map((id) => row(id, this.order.indexOf(id) + 1)) };
    },
    "backlog.ids": ({ offset = 0, limit = 10_000, filter, sort }: { offset?: number; limit?: number; filter?: BacklogFilter; sort?: BacklogSort }) => {
      const shown = this.#shown(filter, sort);
      return { items: shown.slice(offset, offset + Math.min(limit, 10_000)).map((id) => ({ id, estimate: 1 })), total: shown.length };
    },
    "backlog.locate": ({ item, filter, sort }: { item: string; filter?: BacklogFilter; sort?: BacklogSort }) => {
      const [position, at] = [this.order.indexOf(item) + 1, this.#shown(filter, sort).indexOf(item)];
      return { position: position || null, row: at < 0 ? null : at };
    },
    "item.move": ({ items, place }: MoveItems) => {
      if (this.refusal) throw this.refusal;
      const block = this.order.filter((id) => items.includes(id));
      const standing = this.order.filter((id) => !items.includes(id));
      const at = { top: 0, bottom: standing.length, position: place.to === "position" ? place.position - 1 : 0, before: "item" in place ? standing.indexOf(place.item) : 0, after: "item" in place ? standing.indexOf(place.item) + 1 : 0 }[place.to];
      this.order = [...standing.slice(0, at), ...block, ...standing.slice(at)];
      return { positions: block.map((item) => ({ item, position: this.order.indexOf(item) + 1 })) };
    },
    "item.delete": ({ items }: { items: string[] }) => {
      this.order = this.order.filter((id) => !items.includes(id));
      return { deleted: items.length };
    },
  };

  #shown(filter: BacklogFilter = {}, sort: BacklogSort = { by: "rank" }): string[] {
    const even = filter.labels?.includes("even");
    const words = filter.text;
    const shown = this.order.filter((id) => (!even || Number(id.slice(1)) % 2 === 0) && (!words || id.startsWith(words)));
    return sort.by === "title" ? shown.toSorted((a, b) => Number(b.slice(1)) - Number(a.slice(1))) : shown;
  }

  start(): void {
    this.refusal = null;
    this.hold = null;
    this.asked = [];
    this.view = PLAIN;
    useHost({
      rpc: async (name, request) => {
        this.asked.push({ name, request });
        const { hold } = this;
        const value = this.answers[name]?.(request as never);
        if (hold) await hold;
        return { value, action: { id: "a", label: name }, guidance: [] } as never;
      },
      onChanged: (callback) => {
        this.#changed = callback;
        return () => undefined;
      },
    });
    this.#stop = followChanges();
  }

  end(): void {
    this.#leave();
    this.#stop();
    client.clear();
    toasts.list = [];
  }

  async open(count: number, scrolled = 0, view = PLAIN): Promise<void> {
    this.order = Array.from({ length: count }, (_, at) => `i${at + 1}`);
    this.view = view;
    const scroller = document.createElement("div");
    this.#leave = $effect.root(() => {
      this.list = new BacklogList("p", () => this.view);
      this.acts = new Acts(this.list);
      this.reorder = new Reorder(this.list, this.acts);
    });
    this.list.height = ROW * 10;
    this.list.scroller = scroller;
    flushSync();
    await this.settled();
    scroller.scrollTop = scrolled * ROW;
    this.list.scrolled();
    flushSync();
    await vi.waitFor(() => expect(this.list.at(scrolled)).toBeDefined());
  }

  settled = () => vi.waitFor(() => { if (client.isFetching() > 0) throw new Error("still asking"); flushSync(); }, { interval: 5 });

  /** The ids of the rows that are drawn. */
  shown(): string {
    flushSync();
    return this.list.drawn.filter(({ row }) => row).map(({ row }) => row!.id).join(" ");
  }

  /** Somebody else did something. */
  async others(next: string[]): Promise<void> {
    this.order = next;
    this.#changed({ topics: [] });
    await this.settled();
    await this.settled();
  }

  /** Looks at the list in another way. */
  async look(view: ListView): Promise<void> {
    this.view = view;
    flushSync();
    await this.settled();
    await this.settled();
  }

  press(key: string): boolean {
    return this.reorder.keydown(new KeyboardEvent("keydown", { key, cancelable: true }));
  }
}

function row(id: string, position: number): ItemRow {
  return { id, key: `HBR-${id}`, title: `Item ${id}`, estimate: 1, value: null, position, type: "feature", labels: [], assignees: [], epic: null } as unknown as ItemRow;
}

/** A harness for the tests of a file. */
export function harness(): Harness {
  const made = new Harness();
  beforeEach(() => made.start());
  afterEach(() => made.end());
  return made;
}
