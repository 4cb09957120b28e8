import { ask } from "$lib/data";
import type { Id, ItemDetail, ItemsMerged, MergeItems, RpcError } from "$lib/contract";
import { toasts } from "$lib/toasts.svelte";

/** Items while it is being decided which of them stays. */
export class MergeDraft {
  items = $state.raw<readonly ItemDetail[]>([]);
  appends = $state(true);
  #stays = $state<Id | null>(null);

  /** Only open items of one product become one: the others are shown, with why not. */
  stays: ItemDetail | null = $derived(this.items.find(({ id }) => id === this.#stays) ?? this.items[0] ?? null);
  gone: readonly ItemDetail[] = $derived(this.items.filter(({ id }) => id !== this.stays?.id));
  ready: boolean = $derived(this.gone.length > 0);
  /** Whether one of those that go has a description that could be lost from sight. */
  described: boolean = $derived(this.gone.some(({ description }) => description.trim() !== ""));

  constructor(items: readonly ItemDetail[]) {
    this.items = items;
  }

  keep(id: Id): void {
    this.#stays = id;
  }

  add(item: ItemDetail): void {
    if (!this.items.some(({ id }) => id === item.id)) this.items = [...this.items, item];
  }

  remove(id: Id): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  request(): MergeItems | null {
    return this.stays && { into: this.stays.id, items: this.gone.map(({ id }) => id), appendDescriptions: this.appends && this.described };
  }
}

/** Most items that are merged at once in the window, where each of them is looked at. */
const MOST = 20;

/** What is about to be merged. One for the window, since an item can be merged wherever it is shown. */
class Merging {
  draft = $state.raw<MergeDraft | null>(null);
  #done: ((merged: ItemsMerged) => void) | null = null;

  /** Opens the dialog for items in the order given; the first of them is the one that stays until another is chosen. */
  async start(ids: readonly Id[], done: ((merged: ItemsMerged) => void) | null = null): Promise<void> {
    if (ids.length > MOST) return toasts.warn(`At most ${MOST} items are merged at once here. Select fewer.`);
    try {
      const items = await Promise.all(ids.map((item) => ask("item.get", { item })));
      this.#done = done;
      this.draft = new MergeDraft(items);
    } catch (error) {
      toasts.error(error as RpcError);
    }
  }

  close(merged: ItemsMerged | null): void {
    this.draft = null;
    if (merged) this.#done?.(merged);
    this.#done = null;
  }
}

export const merging = new Merging();
