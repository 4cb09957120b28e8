import type { Day, HistoryEntry, Id, RpcError } from "$lib/contract";
import { pages, undo } from "$lib/data";
import { session } from "$lib/session.svelte";
import { dayOf } from "./days";

const PAGE = 100;
const PAUSE_MS = 200;

export type Row = { kind: "day"; id: string; day: Day } | { kind: "action"; id: Id; entry: HistoryEntry };

/** The room of the history: whose and which actions are listed, which are opened, and what stood in the way of an undo. */
export class HistoryRoom {
  author = $state<Id | null>(null);
  text = $state("");
  opened = $state.raw<readonly Id[]>([]);
  /** Why an action could not be undone, kept beside it until it is tried again. */
  refusals = $state.raw<Readonly<Record<Id, RpcError>>>({});
  turning = $state<Id | null>(null);
  #asked = $state("");
  #cursor = $state<Id | null>(null);

  list = pages(
    "history.list",
    () => ({ limit: PAGE, author: this.author ?? undefined, text: this.#asked || undefined }),
    (page, first) => (page.more ? { ...first, before: page.actions.at(-1)!.action } : null),
  );
  entries: HistoryEntry[] = $derived(this.list.data?.pages.flatMap((page) => page.actions) ?? []);
  filtered = $derived(this.author !== null || this.#asked !== "");
  rows: Row[] = $derived.by(() => {
    const zone = session.zone;
    const rows: Row[] = [];
    let last: Day | null = null;
    for (const entry of this.entries) {
      const day = dayOf(entry.at, zone);
      // A clock that was set back makes a day come twice.
      if (day !== last) rows.push({ kind: "day", id: `before-${entry.action}`, day });
      last = day;
      rows.push({ kind: "action", id: entry.action, entry });
    }
    return rows;
  });
  cursor: HistoryEntry | null = $derived(this.entries.find((entry) => entry.action === this.#cursor) ?? this.entries[0] ?? null);

  constructor() {
    $effect(() => {
      const text = this.text.trim();
      const timer = setTimeout(() => (this.#asked = text), PAUSE_MS);
      return () => clearTimeout(timer);
    });
  }

  clear(): void {
    this.author = null;
    this.text = this.#asked = "";
  }

  /** Asks for older ones, once at a time. */
  more(): void {
    if (this.list.hasNextPage && !this.list.isFetching) void this.list.fetchNextPage();
  }

  point(entry: HistoryEntry): void {
    this.#cursor = entry.action;
  }

  step(by: number): HistoryEntry | null {
    const at = this.cursor ? this.entries.indexOf(this.cursor) : -1;
    const next = this.entries[Math.max(0, Math.min(this.entries.length - 1, at + by))] ?? null;
    if (next) this.point(next);
    return next;
  }

  toggle(entry: HistoryEntry): void {
    this.opened = this.opened.includes(entry.action) ? this.opened.filter((id) => id !== entry.action) : [...this.opened, entry.action];
  }

  /** Takes one action back, or, of an action that took another back, brings that back. */
  async turn(entry: HistoryEntry): Promise<void> {
    if (entry.undone || this.turning) return;
    this.turning = entry.action;
    const refusal = await undo(entry.action, { ownErrors: true });
    this.turning = null;
    const others = Object.entries(this.refusals).filter(([action]) => action !== entry.action);
    this.refusals = Object.fromEntries(refusal ? [...others, [entry.action, refusal]] : others);
  }
}
