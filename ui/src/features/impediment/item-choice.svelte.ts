import type { BlockedItem, ItemRow } from "$lib/contract";
import { pages, query } from "$lib/data";
import { match } from "$lib/match";
import { session } from "$lib/session.svelte";

const PAGE = 500;
const OFFERED = 8;

/** The items an impediment may block, found by key or title: those on the board first, then the backlog by rank. */
export class ItemChoice {
  /** Nothing is asked before somebody looks. */
  looking = $state(false);
  text = $state("");
  #taken: () => readonly BlockedItem[];
  #product = () => (this.looking && session.product ? { product: session.product.id } : null);
  #board = query("board.get", this.#product);
  #backlog = pages(
    "backlog.window",
    () => {
      const asked = this.#product();
      return asked && { ...asked, offset: 0, limit: PAGE };
    },
    (page, first) => (page.rows.length < PAGE ? null : { ...first, offset: first.offset + page.rows.length }),
  );

  #all: ItemRow[] = $derived([
    ...(this.#board.data?.columns.flatMap((column) => column.items).filter((item) => !item.done) ?? []),
    ...(this.#backlog.data?.pages.flatMap((page) => page.rows) ?? []),
  ]);
  found = $derived.by(() => {
    const taken = this.#taken().map((item) => item.id);
    const free = this.#all.filter((item) => !taken.includes(item.id));
    if (!this.text.trim()) return free.slice(0, OFFERED);
    const scored = free.flatMap((item) => {
      const hit = match(`${item.key} ${item.title}`, this.text);
      return hit ? [{ item, score: hit.score }] : [];
    });
    return scored.sort((a, b) => b.score - a.score).slice(0, OFFERED).map(({ item }) => item);
  });
  waiting = $derived(this.looking && (this.#board.isPending || this.#backlog.isPending || this.#backlog.hasNextPage));

  constructor(taken: () => readonly BlockedItem[]) {
    this.#taken = taken;
    // A long backlog comes in several answers; a key may be in the last of them.
    $effect(() => {
      if (this.looking && this.#backlog.hasNextPage && !this.#backlog.isFetching) void this.#backlog.fetchNextPage();
    });
  }
}
