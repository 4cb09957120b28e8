import { announce } from "$lib/announce";
import type { Id, Increment, RpcError } from "$lib/contract";
import { ask, command, query } from "$lib/data";
import { toRpcError } from "$lib/host";
import { count } from "$lib/format";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";

/** The place of Done items in no increment, in the address. */
const WAITING = "waiting";

export type Mode = "each" | "compare" | "shipped";
const MODES: readonly Mode[] = ["compare", "shipped"];

/** The room of increments: which one is looked at, and which of the waiting items are chosen. */
export class IncrementRoom {
  list = query("increment.list", () => (session.product ? { product: session.product.id } : null));
  /** What is asked for in a dialog. */
  asked = $state<"create" | "add" | "release" | null>(null);
  #param: () => string | undefined;
  #left = $state<readonly Id[]>([]);

  increments = $derived(this.list.data?.increments ?? []);
  waiting = $derived(this.list.data?.waiting ?? []);
  /** What is looked at: an increment, or null for the items that wait for one. */
  current: Increment | null = $derived.by(() => {
    const param = this.#param();
    if (param === WAITING) return null;
    const named = this.increments.find((increment) => String(increment.number) === param || increment.id === param);
    if (named) return named;
    return this.waiting.length ? null : (this.increments[0] ?? null);
  });
  /** All of them, until some are left out. */
  chosen = $derived(this.waiting.filter((item) => !this.#left.includes(item.id)).map((item) => item.id));
  /** Those that went out, the last one first. */
  releases = $derived(this.increments.filter(({ state }) => state === "released").toSorted((a, b) => (b.releasedOn ?? "").localeCompare(a.releasedOn ?? "") || b.number - a.number));
  /** What the room shows: one increment after another, two beside each other, or what went out. */
  mode: Mode = $derived.by(() => (MODES.find((mode) => mode === this.#param()) ?? "each"));
  /** Increments that items may still join. */
  usable = $derived(this.increments.filter((increment) => increment.state === "usable"));

  constructor(param: () => string | undefined) {
    this.#param = param;
  }

  look(at: Increment | null): void {
    router.replace("increments", at ? String(at.number) : WAITING);
  }

  view(mode: Mode): void {
    if (mode === "each") router.replace("increments");
    else router.replace("increments", mode);
    announce({ each: "Increments", compare: "Two increments compared", shipped: "What shipped" }[mode]);
  }

  /** The notes that the template writes of it, in place of those it has. */
  async draft(increment: Increment): Promise<void> {
    try {
      const { notes } = await ask("increment.draftNotes", { increment: increment.id });
      const result = await command("increment.edit", { increment: increment.id, notes });
      if (result.ok) announce("Release notes written");
    } catch (cause) {
      toasts.error(toRpcError(cause));
    }
  }

  /** Through the list, the waiting items first. */
  step(by: number): boolean {
    const places: (Increment | null)[] = [...(this.waiting.length ? [null] : []), ...this.increments];
    const at = places.indexOf(this.current);
    const next = places[Math.max(0, Math.min(places.length - 1, at + by))];
    if (next === undefined) return false;
    this.look(next);
    return true;
  }

  /** Asks for what Done items join, or says why nothing can. */
  askAdd(): void {
    const to = this.current;
    if (!to) toasts.warn("Choose the increment that they join first.");
    else if (to.state === "released") toasts.warn(`${to.name} was released: what was delivered does not change.`);
    else if (!this.waiting.length) toasts.warn("No Done item is waiting for an increment.");
    else this.asked = "add";
  }

  /** Asks for a release, or says why there is none. */
  askRelease(): void {
    const one = this.current;
    if (!one) toasts.warn("Choose the increment to release first.");
    else if (one.state === "released") toasts.warn(`${one.name} was released already, as ${one.version ?? ""}.`);
    else if (!one.items.length) toasts.warn(`${one.name} holds no item, so there is nothing to release.`);
    else this.asked = "release";
  }

  choose(item: Id, taken: boolean): void {
    this.#left = taken ? this.#left.filter((id) => id !== item) : [...this.#left, item];
  }

  chooseAll(taken: boolean): void {
    this.#left = taken ? [] : this.waiting.map((item) => item.id);
  }

  async create(name: string): Promise<RpcError | null> {
    if (!session.product) return null;
    const request = { product: session.product.id, name: name.trim() || undefined, items: this.chosen };
    const result = await command("increment.create", request, { ownErrors: true });
    if (!result.ok) return result.error;
    this.#left = [];
    this.look(result.value);
    return null;
  }

  async add(increment: Increment, items: readonly Id[]): Promise<RpcError | null> {
    const result = await command("increment.addItems", { increment: increment.id, items: [...items] }, { ownErrors: true });
    if (!result.ok) return result.error;
    announce(`${count(items.length, "item")} in ${increment.name}`);
    return null;
  }

  async remove(increment: Increment, item: Id): Promise<void> {
    await command("increment.removeItems", { increment: increment.id, items: [item] });
  }

  async edit(increment: Increment, change: { name?: string; notes?: string }): Promise<RpcError | null> {
    const result = await command("increment.edit", { increment: increment.id, ...change }, { ownErrors: true });
    return result.ok ? null : result.error;
  }

  async release(increment: Increment, release: { version: string; day: string; notes: string }): Promise<RpcError | null> {
    const result = await command("increment.release", { increment: increment.id, ...release, day: release.day || undefined }, { ownErrors: true });
    if (!result.ok) return result.error;
    announce(`${increment.name} released as ${release.version.trim()}`);
    return null;
  }
}
