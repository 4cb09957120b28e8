import type { IconType } from "$lib/components";
import type { Person } from "$lib/contract";
import { match, type Piece } from "$lib/match";
import type { ItemSearch, Offer } from "../item";

/** Something the palette can do or go to. */
export type Entry = {
  /** Unlike any other, and the same from one opening to the next. */
  id: string;
  /** The heading it stands under. */
  section: string;
  label: string;
  detail?: string;
  icon?: IconType;
  person?: Person;
  keys?: string;
  /** It does something, rather than go somewhere: what `>` leaves. */
  acts?: boolean;
  /** Marks the one of several that holds now. */
  current?: boolean;
  run: () => void;
  /** It is an item of the product. */
  item?: Offer;
};
export type Found = { entry: Entry; pieces: Piece[] };
export type Section = { title: string; found: Found[] };

const ITEMS = "Items";
/** Among everything else, so many items; on their own, all that were found. */
const ITEMS_AMONG = 6;

/** What is typed, what answers it, and which answer is chosen. */
export class Palette {
  open = $state(false);
  text = $state("");
  /** Where the focus was: what is done is done from there, and it goes back there. */
  from: HTMLElement = document.body;
  /** What the focus was on, as its row calls itself by `data-subject`: "HBR-212". */
  subject = $state<string | null>(null);
  #entries = $state.raw<Entry[]>([]);
  #pointed = $state<string | null>(null);

  #search: ItemSearch | null;
  #openItem: (offer: Offer) => void;

  #mode = $derived.by(() => (["#", ">"] as const).find((sign) => this.text.trimStart().startsWith(sign)) ?? null);
  #actsOnly = $derived(this.#mode === ">");
  #typed = $derived(this.text.trimStart().replace(/^[>#]/, "").trim());
  /** Items are still being looked for. */
  waiting = $derived.by(() => this.#asksItems && (this.#search?.waiting ?? false));
  error = $derived.by(() => (this.#asksItems ? (this.#search?.error ?? null) : null));
  #asksItems = $derived(this.#mode === "#" || (this.#mode === null && this.#typed !== ""));
  /** Items as the host found and ranked them: not matched again here. */
  #items: Found[] = $derived.by(() => {
    if (!this.#asksItems || !this.#search) return [];
    const offers = this.#mode === "#" ? this.#search.offers : this.#search.offers.slice(0, ITEMS_AMONG);
    return offers.map((offer) => ({
      entry: { id: `item-${offer.item.id}`, section: ITEMS, label: offer.item.title, item: offer, run: () => this.#openItem(offer) },
      pieces: [...offer.title],
    }));
  });

  sections: Section[] = $derived.by(() => {
    const items = this.#items.length > 0 ? [{ title: ITEMS, found: this.#items }] : [];
    if (this.#mode === "#") return items;
    // A number is asked for by nobody who wants anything else; other items come after what is here already.
    return this.#items[0]?.entry.item?.byKey && /\d/.test(this.#typed) ? [...items, ...this.#others] : [...this.#others, ...items];
  });
  #others: Section[] = $derived.by(() => {
    const entries = this.#actsOnly ? this.#entries.filter((entry) => entry.acts) : this.#entries;
    const groups: Record<string, { best: number; found: (Found & { score: number })[] }> = {};
    for (const entry of entries) {
      const hit = match(entry.label, this.#typed, `${entry.section} ${entry.detail ?? ""}`);
      if (!hit) continue;
      const group = (groups[entry.section] ??= { best: -Infinity, found: [] });
      group.found.push({ entry, pieces: hit.pieces, score: hit.score });
      group.best = Math.max(group.best, hit.score);
    }
    const all = Object.entries(groups).map(([title, group]) => ({ title, ...group }));
    if (this.#typed) {
      all.sort((a, b) => b.best - a.best);
      for (const group of all) group.found.sort((a, b) => b.score - a.score);
    }
    return all;
  });
  #flat = $derived(this.sections.flatMap((section) => section.found));
  /** What was pointed at stays chosen when items come in above it. */
  chosen: Entry | null = $derived.by(() => {
    const pointed = this.#pointed === null ? undefined : this.#flat.find(({ entry }) => entry.id === this.#pointed);
    return (pointed ?? this.#flat[0])?.entry ?? null;
  });
  count = $derived(this.#flat.length);

  /** `search` finds items, and `openItem` goes where one looks at the one that was chosen. */
  constructor(search: ItemSearch | null = null, openItem: (offer: Offer) => void = () => undefined) {
    this.#search = search;
    this.#openItem = openItem;
  }

  start(entries: Entry[], from: HTMLElement): void {
    this.#entries = entries;
    this.from = from;
    this.subject = from.closest<HTMLElement>("[data-subject]")?.dataset.subject ?? null;
    this.type("");
    if (this.#search) this.#search.looking = true;
    this.open = true;
  }

  type(text: string): void {
    this.text = text;
    this.#pointed = null;
    if (this.#search) this.#search.text = this.#asksItems ? this.#typed : "";
  }

  choose(entry: Entry): void {
    this.#pointed = entry.id;
  }

  /** Round and round. */
  move(step: 1 | -1): void {
    if (this.count === 0) return;
    const at = this.#flat.findIndex(({ entry }) => entry === this.chosen);
    this.#pointed = this.#flat[(at + step + this.count) % this.count]?.entry.id ?? null;
  }

  close(): void {
    this.open = false;
    if (this.#search) this.#search.looking = false;
  }
}
