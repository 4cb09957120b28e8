import type { IconType } from "$lib/components";
import type { Person } from "$lib/contract";
import { match, type Piece } from "$lib/match";

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
};
export type Found = { entry: Entry; pieces: Piece[] };
export type Section = { title: string; found: Found[] };

/** What is typed, what answers it, and which answer is chosen. */
export class Palette {
  open = $state(false);
  text = $state("");
  /** Where the focus was: what is done is done from there, and it goes back there. */
  from: HTMLElement = document.body;
  /** What the focus was on, as its row calls itself by `data-subject`: "HBR-212". */
  subject = $state<string | null>(null);
  #entries = $state.raw<Entry[]>([]);
  #chosen = $state(0);

  #actsOnly = $derived(this.text.trimStart().startsWith(">"));
  #typed = $derived(this.text.trimStart().replace(/^>/, "").trim());

  sections: Section[] = $derived.by(() => {
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
  chosen: Entry | null = $derived(this.#flat[Math.min(this.#chosen, this.#flat.length - 1)]?.entry ?? null);
  count = $derived(this.#flat.length);

  start(entries: Entry[], from: HTMLElement): void {
    this.#entries = entries;
    this.from = from;
    this.subject = from.closest<HTMLElement>("[data-subject]")?.dataset.subject ?? null;
    this.type("");
    this.open = true;
  }

  type(text: string): void {
    this.text = text;
    this.#chosen = 0;
  }

  choose(entry: Entry): void {
    this.#chosen = Math.max(0, this.#flat.findIndex((found) => found.entry === entry));
  }

  /** Round and round. */
  move(step: 1 | -1): void {
    if (this.count === 0) return;
    this.#chosen = (Math.min(this.#chosen, this.count - 1) + step + this.count) % this.count;
  }

  close(): void {
    this.open = false;
  }
}
