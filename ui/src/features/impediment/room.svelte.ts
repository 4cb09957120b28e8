import { announce } from "$lib/announce";
import type { EditImpediment, Id, Impediment, RpcError } from "$lib/contract";
import { command, query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";

export type View = "open" | "resolved";
export type Change = Omit<EditImpediment, "impediment">;

/** The room of impediments: which list is in view, where the focus is in it, and which one is opened beside it. */
export class ImpedimentRoom {
  list = query("impediment.list", () => (session.product ? { product: session.product.id } : null));
  view = $state<View>("open");
  /** Asked for a resolution. */
  resolving = $state.raw<Impediment | null>(null);
  #cursor = $state<Id | null>(null);
  #at = $state(0);
  #named: () => string | undefined;

  open = $derived(this.list.data?.open ?? []);
  resolved = $derived(this.list.data?.resolved ?? []);
  #all = $derived([...this.open, ...this.resolved]);
  rows = $derived(this.view === "open" ? this.open : this.resolved);
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
      this.view = this.opened.state === "resolved" ? "resolved" : "open";
      this.point(this.opened);
    });
  }

  show(view: View): void {
    this.view = view;
    this.#at = 0;
    this.#cursor = null;
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
    this.point(next);
    if (this.opened) router.replace("impediments", next.key);
    return true;
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

  async resolve(row: Impediment, resolution: string): Promise<RpcError | null> {
    const result = await command("impediment.resolve", { impediment: row.id, resolution }, { ownErrors: true });
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
