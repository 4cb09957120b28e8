import type { FoundItem, FoundPiece, Id, ItemRow } from "$lib/contract";
import { query } from "$lib/data";
import { session } from "$lib/session.svelte";
import { Settled } from "$lib/settled.svelte";

const ASKED = 30;

/** An item to choose, and its title with what was looked for in it. */
export type Offer = { item: ItemRow; title: readonly FoundPiece[]; snippet: readonly FoundPiece[]; byKey: boolean };

/** Items of the product found by their words or key, the best first; what is at the top of the order before anything is typed. */
export class ItemSearch {
  /** Nothing is asked before somebody looks. */
  looking = $state(false);
  text = $state("");
  #words = new Settled(() => this.text);
  #most: number;
  #fits: (item: ItemRow) => boolean;

  #found = query(
    "item.search",
    () => (this.looking && session.product && this.#words.current.trim() ? { product: session.product.id, text: this.#words.current.trim(), limit: ASKED } : null),
    { keep: true },
  );
  #first = query("backlog.window", () =>
    this.looking && session.product ? { product: session.product.id, filter: { scope: { in: "open" } }, offset: 0, limit: ASKED } : null,
  );

  /** The offers do not answer what is typed yet. */
  waiting = $derived.by(() => {
    if (!this.text.trim()) return this.#first.isPending;
    return this.#words.current.trim() !== this.text.trim() || this.#found.isPlaceholderData || this.#found.isPending;
  });
  error = $derived.by(() => this.#found.error ?? this.#first.error);
  offers: Offer[] = $derived.by(() => {
    const typed = this.text.trim() !== "";
    const all = typed ? (this.#found.data?.results ?? []).map(offered) : (this.#first.data?.rows ?? []).map((item) => ({ item, title: [{ text: item.title, hit: false }], snippet: [], byKey: false }));
    return all.filter(({ item }) => this.#fits(item)).slice(0, this.#most);
  });

  /** `without` are chosen already or make no sense; `closed` offers what is Done or cancelled as well. */
  constructor(without: () => readonly Id[], closed: () => boolean, most = 8) {
    this.#most = most;
    this.#fits = (item) => (closed() || item.resolution === null) && !without().includes(item.id);
  }
}

function offered({ item, title, snippet, found }: FoundItem): Offer {
  return { item, title, snippet, byKey: found === "key" };
}

/** What became of an item, where that is worth a word beside its title. */
export function fate({ done, resolution, sprint, position }: ItemRow): string {
  if (done) return "Done";
  if (resolution === "cancelled") return "Cancelled";
  if (resolution !== null) return "Closed";
  return sprint !== null && position === null ? "In a sprint" : "";
}
