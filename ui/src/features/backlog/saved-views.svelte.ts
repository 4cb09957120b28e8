import type { Id, RpcError, SavedView } from "$lib/contract";
import { command, query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { isPlain, sameView, savedIn, tidy, type ListView } from "./view";

/** Views kept under a name, for everybody in the product; and which of them the list is looked at by. */
export class SavedViews {
  /** The dialog that asks for a name: for a new view, or for another one of the view there is. */
  naming = $state.raw<{ view: SavedView | null } | null>(null);
  #product: Id;
  #view: () => ListView;
  #go: (view: ListView, saved: Id | null) => void;
  #list;

  all: SavedView[] = $derived.by(() => this.#list.data?.views ?? []);
  error = $derived.by(() => this.#list.error);
  /** The one the address names, or that happens to show the same. */
  current: SavedView | null = $derived.by(() => {
    const named = this.all.find(({ id }) => id === this.id);
    if (named) return named;
    const view = this.#view();
    return isPlain(view) ? null : (this.all.find((saved) => sameView(saved, view)) ?? null);
  });
  /** What is looked at is no longer what was saved. */
  changed = $derived.by(() => this.current !== null && !sameView(this.current, this.#view()));

  constructor(product: Id, view: () => ListView, go: (view: ListView, saved: Id | null) => void) {
    this.#product = product;
    this.#view = view;
    this.#go = go;
    this.#list = query("view.list", () => ({ product }));
  }

  get id(): Id | null {
    return savedIn(router.query);
  }

  open(saved: SavedView): void {
    this.#go(saved, saved.id);
  }

  /** Keeps what is looked at under a name. Answers why not, when that cannot be. */
  async save(name: string): Promise<RpcError | null> {
    const view = tidy(this.#view());
    const result = await command("view.create", { product: this.#product, name, ...view }, { ownErrors: true });
    if (result.ok) this.#go(view, result.value.id);
    return result.ok ? null : result.error;
  }

  async rename(saved: SavedView, name: string): Promise<RpcError | null> {
    const result = await command("view.edit", { view: saved.id, name }, { ownErrors: true });
    return result.ok ? null : result.error;
  }

  /** The saved view shows from now on what is looked at. */
  async update(saved: SavedView): Promise<void> {
    await command("view.edit", { view: saved.id, ...tidy(this.#view()) });
  }

  /** Forgets the name; what it showed stays in view. */
  async remove(saved: SavedView): Promise<void> {
    const result = await command("view.delete", { view: saved.id });
    if (result.ok && this.id === saved.id) this.#go(this.#view(), null);
  }
}
