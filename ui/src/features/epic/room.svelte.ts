import { tick } from "svelte";
import type { EpicProgress, Id } from "$lib/contract";
import { command, query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { store, stored } from "$lib/stored";
import type { Unit } from "./words";

/** The epics of the product: which one the keyboard is on, which is open beside the list, and which is being written. */
export class EpicsRoom {
  list = query("epic.progress", () => (session.product ? { product: session.product.id } : null));
  unit = $state<Unit>(stored("epics.unit") === "items" ? "items" : "points");
  /** The epic whose name and colour are being written: `new` for one that is not there yet. */
  writing = $state.raw<EpicProgress | "new" | null>(null);
  element = $state<HTMLElement | null>(null);
  #cursor = $state<Id | null>(null);
  #params: () => readonly string[];

  epics: EpicProgress[] = $derived.by(() => this.list.data?.epics ?? []);
  opened: EpicProgress | null = $derived.by(() => this.epics.find(({ id }) => id === this.#params()[0]) ?? null);
  cursor: EpicProgress | null = $derived(this.epics.find(({ id }) => id === this.#cursor) ?? this.opened ?? this.epics[0] ?? null);

  constructor(params: () => readonly string[]) {
    this.#params = params;
  }

  show(unit: Unit): void {
    this.unit = unit;
    store("epics.unit", unit);
  }

  pointAt(id: Id): void {
    this.#cursor = id;
  }

  async focus(id: Id | undefined): Promise<void> {
    if (id) this.#cursor = id;
    await tick();
    const row = id && this.element?.querySelector<HTMLElement>(`[data-epic="${id}"]`);
    (row || this.element?.querySelector<HTMLElement>('[tabindex="0"]') || this.element)?.focus();
  }

  step(key: string): void | false {
    const at = this.epics.findIndex(({ id }) => id === this.cursor?.id);
    if (at < 0) return false;
    const to = { Home: 0, End: this.epics.length - 1, ArrowDown: at + 1, ArrowUp: at - 1 }[key] ?? at;
    void this.focus(this.epics[Math.max(0, Math.min(to, this.epics.length - 1))]?.id);
  }

  open(epic: EpicProgress): void {
    this.#cursor = epic.id;
    router.replace("epics", epic.id);
  }

  close(): void | false {
    const { opened } = this;
    if (!opened) return false;
    router.replace("epics");
    void this.focus(opened.id);
  }

  turn(delta: 1 | -1): void | false {
    const next = this.opened && this.epics[this.epics.indexOf(this.opened) + delta];
    if (!next) return false;
    this.open(next);
  }

  /** Deletes an epic; the focus goes to the next one. */
  async remove(epic: EpicProgress): Promise<void> {
    const at = this.epics.findIndex(({ id }) => id === epic.id);
    const next = this.epics[at + 1] ?? this.epics[at - 1];
    const { ok } = await command("epic.delete", { epic: epic.id });
    if (!ok) return;
    if (this.opened?.id === epic.id || this.#params()[0] === epic.id) router.replace("epics");
    await this.focus(next?.id);
  }
}
