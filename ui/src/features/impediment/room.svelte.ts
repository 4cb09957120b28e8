import { announce } from "$lib/announce";
import type { EditImpediment, Id, Impediment, ImpedimentState, RpcError } from "$lib/contract";
import { clock } from "$lib/clock.svelte";
import { command, query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { store, stored } from "$lib/stored";
import { ImpedimentBoard } from "./board.svelte";

export type Filter = "mine" | "open" | "all";
export type Layout = "list" | "board";
export type Change = Omit<EditImpediment, "impediment">;

/** The room of impediments: which list is in view, where the focus is in it, and which one is opened beside it. */
export class ImpedimentRoom {
  list = query("impediment.list", () => (session.product ? { product: session.product.id } : null));
  filter = $state<Filter>("open");
  layout = $state<Layout>(stored("impediments.layout") === "board" ? "board" : "list");
  /** On the board, what was resolved so lately stands beside what is open. */
  readonly recentDays = 14;
  /** Asked for a resolution. */
  resolving = $state.raw<Impediment | null>(null);
  #cursor = $state<Id | null>(null);
  #at = $state(0);
  #named: () => string | undefined;

  open = $derived(this.list.data?.open ?? []);
  resolved = $derived(this.list.data?.resolved ?? []);
  #all = $derived([...this.open, ...this.resolved]);
  mine = $derived(this.open.filter((row) => row.owner !== null && row.owner === session.actingAs));
  #listed = $derived(this.filter === "mine" ? this.mine : this.filter === "open" ? this.open : this.#all);
  /** What was resolved lately, of what the filter speaks of. */
  #recent = $derived.by(() => {
    const since = clock.now().getTime() - this.recentDays * 86_400_000;
    const lately = this.resolved.filter((row) => row.resolvedAt !== null && Date.parse(row.resolvedAt) >= since);
    return this.filter === "mine" ? lately.filter((row) => row.owner === session.actingAs) : lately;
  });
  #standing = $derived(this.filter === "all" ? this.#all : [...this.#listed, ...this.#recent]);
  board = new ImpedimentBoard(() => this.#standing, (row, state) => this.move(row, state));
  /** In the order of the screen. */
  rows: Impediment[] = $derived(this.layout === "list" ? this.#listed : this.board.shown);
  /** The row that the keyboard is on. One that has gone leaves it to what stands in its place. */
  cursor: Impediment | null = $derived(this.rows.find((row) => row.id === this.#cursor) ?? this.rows[Math.min(this.#at, this.rows.length - 1)] ?? null);
  opened: Impediment | null = $derived.by(() => {
    const named = this.#named();
    return named ? (this.#all.find((row) => row.key === named || row.id === named) ?? null) : null;
  });
  /** What keys and the palette speak of. */
  subject = $derived(this.opened ?? this.cursor);

  /** `named` is the opened one's key or id, from the address. */
  constructor(named: () => string | undefined) {
    this.#named = named;
    // Whoever comes by a link finds it in its list. One that is resolved while open stays where it is looked at.
    let shown: string | undefined;
    $effect(() => {
      if (!this.opened || this.opened.key === shown) return;
      shown = this.opened.key;
      if (!this.rows.some((row) => row.id === this.opened?.id)) this.filter = this.opened.state === "resolved" ? "all" : "open";
      this.point(this.opened);
    });
  }

  show(filter: Filter): void {
    this.filter = filter;
    this.#at = 0;
    this.#cursor = null;
  }

  lay(layout: Layout): void {
    this.layout = layout;
    store("impediments.layout", layout);
  }

  point(row: Impediment): void {
    this.#cursor = row.id;
    this.#at = Math.max(0, this.rows.findIndex((other) => other.id === row.id));
  }

  /** Moves the focus through the rows; with the panel open, it follows. */
  step(by: number): boolean {
    const at = this.cursor ? this.rows.indexOf(this.cursor) : -1;
    const next = this.rows[Math.max(0, Math.min(this.rows.length - 1, at + by))];
    if (!next) return false;
    this.visit(next);
    return true;
  }

  /** The focus comes to it; with the panel open, that follows. */
  visit(row: Impediment): void {
    this.point(row);
    if (this.opened) router.replace("impediments", row.key);
  }

  /** Takes the step that leads to a state; how it was resolved is asked first. */
  move(row: Impediment, state: ImpedimentState): void {
    this.point(row);
    if (state === "acknowledged") void this.acknowledge(row);
    else if (state === "resolved") this.resolving = row;
    else void this.reopen(row);
  }

  enter(row: Impediment): void {
    this.point(row);
    if (this.opened) router.replace("impediments", row.key);
    else router.go("impediments", row.key);
  }

  leave(): void {
    router.replace("impediments");
  }

  async edit(row: Impediment, change: Change): Promise<RpcError | null> {
    const result = await command("impediment.edit", { impediment: row.id, ...change }, { ownErrors: true });
    return result.ok ? null : result.error;
  }

  async acknowledge(row: Impediment): Promise<void> {
    const result = await command("impediment.acknowledge", { impediment: row.id });
    if (result.ok) announce(`${row.key} acknowledged`);
  }

  /** The acting person takes care of it. */
  async own(row: Impediment): Promise<void> {
    if (session.actingAs && row.owner !== session.actingAs) await command("impediment.edit", { impediment: row.id, owner: session.actingAs });
  }

  /** It turns out to be an incident, down from now on. */
  async begin(row: Impediment): Promise<void> {
    const result = await command("impediment.begin", { impediment: row.id });
    if (result.ok) announce(`${row.key} is an incident, down from now on`);
  }

  async restore(row: Impediment): Promise<void> {
    const result = await command("impediment.restore", { impediment: row.id });
    if (result.ok) announce(`${row.key} restored`);
  }

  async resolve(row: Impediment, resolution: string, restored?: string): Promise<RpcError | null> {
    const result = await command("impediment.resolve", { impediment: row.id, resolution, restored }, { ownErrors: true });
    if (!result.ok) return result.error;
    this.resolving = null;
    announce(`${row.key} resolved`);
    return null;
  }

  async reopen(row: Impediment): Promise<void> {
    const result = await command("impediment.reopen", { impediment: row.id });
    if (result.ok) announce(`${row.key} reopened`);
  }
}
