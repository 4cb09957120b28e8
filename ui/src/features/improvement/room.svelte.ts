import { tick, untrack } from "svelte";
import type { Id, Improvement, ImprovementState, Standing } from "$lib/contract";
import { query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { store, stored } from "$lib/stored";
import { ImprovementBoard } from "./board.svelte";
import { Register } from "./register.svelte";
import { Settling } from "./settling.svelte";
import { ORDER } from "./states";

export type View = "list" | "board" | "kept";
const VIEWS: readonly View[] = ["list", "board", "kept"];

/** The room of the register: which way it is shown, which entry the keyboard is on, and which is open beside it. */
export class ImprovementsRoom {
  register = new Register();
  #standings = query("improvement.standings", () => (session.product ? { product: session.product.id } : null));
  view = $state<View>(VIEWS.find((view) => view === stored("improvements.view")) ?? "list");
  proposing = $state(false);
  settling = new Settling((entry) => void this.focus(entry.id));
  choosingState = $state(false);
  element = $state<HTMLElement | null>(null);
  #cursor = $state<Id | null>(null);
  /** The entry that the keyboard is on, while it is on one. */
  #held = $state<Id | null>(null);
  /** The entry that was just proposed, until it is drawn. */
  #new: Id | null = null;
  #key: () => string | undefined;
  board = new ImprovementBoard(() => this.register.entries, (entry, state) => this.move(entry, state));

  /** By state, in the order of its life; states that have none are left out. */
  groups = $derived(ORDER.map((state) => ({ state, entries: this.register.entries.filter((entry) => entry.state === state) })).filter(({ entries }) => entries.length > 0));
  /** In the order of the screen. */
  shown: Improvement[] = $derived(this.groups.flatMap(({ entries }) => entries));

  /** `key` follows the address: the entry that is open. */
  constructor(key: () => string | undefined) {
    this.#key = key;
    $effect(() => {
      void [this.shown, this.view, this.#held];
      untrack(() => this.#keep());
    });
  }

  opened: Improvement | null = $derived.by(() => this.register.byKey(this.#key()));
  /** The one entry that Tab reaches. */
  cursor: Improvement | null = $derived(this.shown.find((entry) => entry.id === this.#cursor) ?? this.opened ?? this.shown[0] ?? null);

  /** Where the KPI of an entry stands; nothing before there is a value. */
  standing(id: Id): Standing | undefined {
    return this.#standings.data?.standings.find((one) => one.improvement === id);
  }

  show(view: View): void {
    this.view = view;
    store("improvements.view", view);
  }

  /** The next way of showing the register. */
  turnView(): void {
    this.show(VIEWS[(VIEWS.indexOf(this.view) + 1) % VIEWS.length] ?? "list");
  }

  pointAt(id: Id): void {
    this.#held = id;
    this.#cursor = id;
  }

  /** Puts the keyboard on an entry, once it is drawn. */
  async focus(id: Id): Promise<void> {
    this.#held = id;
    this.#cursor = id;
    await tick();
    this.element?.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus();
  }

  /** A new entry is open, and the keyboard is on it. */
  proposed(entry: Improvement): void {
    this.open(entry);
    this.#new = entry.id;
  }

  /** After the dialog the keyboard is on what it made; otherwise where it was. */
  afterProposing(): void | false {
    return this.#new ? void this.focus(this.#new) : false;
  }

  step(key: string): void | false {
    const { cursor, shown } = this;
    if (!cursor) return false;
    const at = shown.indexOf(cursor);
    const to =
      key === "Home" ? shown[0]
      : key === "End" ? shown.at(-1)
      : this.view === "board" ? this.board.neighbour(cursor.id, key)
      : key === "ArrowDown" ? shown[at + 1]
      : key === "ArrowUp" ? shown[at - 1]
      : null;
    if (to) void this.focus(to.id);
  }

  open(entry: Improvement): void {
    this.#cursor = entry.id;
    router.replace("improvements", entry.key);
  }

  openKey(key: string): void {
    const entry = this.register.byKey(key);
    if (entry) this.open(entry);
  }

  /** Another entry in the panel, in the order of the list. */
  turn(delta: 1 | -1): void | false {
    if (!this.opened) return false;
    const next = this.shown[this.shown.findIndex((entry) => entry.id === this.opened?.id) + delta];
    if (next) this.open(next);
  }

  /** Closes the panel; the focus goes back to the entry it showed. */
  close(): void | false {
    const entry = this.opened;
    if (!entry) return false;
    router.replace("improvements");
    const kept = document.querySelector<HTMLElement>(`[data-kept="${entry.id}"]`);
    if (kept) kept.focus();
    else void this.focus(entry.id);
  }

  /** Moves an entry on; a settling step first asks for the outcome. */
  move(entry: Improvement, state: ImprovementState): void {
    void this.settling.move(entry, state);
  }

  /** The focus went elsewhere for good: nothing may pull it back. */
  elsewhere(event: Event): void {
    if (!this.element?.contains(event.target as Node)) this.#held = null;
  }

  /** An entry that changed its place was drawn anew, and one just made is drawn late: the focus comes to it then. */
  #keep(): void {
    const active = document.activeElement;
    if (active && active !== document.body) return;
    const drawn = this.shown.some((entry) => entry.id === this.#held);
    if (!this.#held || (!drawn && this.#held === this.#new)) return;
    this.#new = null;
    const to = drawn ? this.#held : this.cursor?.id;
    if (to) void this.focus(to);
  }
}
