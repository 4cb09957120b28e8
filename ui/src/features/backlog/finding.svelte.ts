import type { BacklogFilter, BacklogSort, Id, Sprint } from "$lib/contract";
import { query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { chipsOf, type Kind } from "./chips";
import { choicesOf } from "./choices";
import { SavedViews } from "./saved-views.svelte";
import { fromQuery, isFiltered, isPlain, isSorted, PLAIN, toAddress, type ListView } from "./view";

/** How long the typing pauses before the list follows. */
const PAUSE_MS = 80;

/** A menu of the room that is open, and whether a key opened it: then the focus goes back to the rows. */
export type OpenMenu = { what: "filter" | "sort" | "views"; byKey: boolean };

/**
 * How the list is looked at, and what changes that: the field for words, the chips, the menus. The address holds it, so
 * that Back goes back and nothing is left out that is not seen to be.
 */
export class Finding {
  /** What is typed in the field; the list follows once the typing pauses. */
  text = $state("");
  field: HTMLInputElement | null = null;
  menu = $state.raw<OpenMenu | null>(null);
  readonly saved: SavedViews;
  #pause = 0;
  /** The words the address has by typing here, not by going back. */
  #written = "";
  #epics;
  #labels;
  #sprints: () => readonly Sprint[];

  /** While another room is about to take the place of this one, its address says nothing here. */
  #last = "";
  #query = $derived.by(() => (router.room === "backlog" ? (this.#last = router.query) : this.#last));
  view: ListView = $derived.by(() => fromQuery(this.#query));
  filtered = $derived.by(() => isFiltered(this.view));
  sorted = $derived.by(() => isSorted(this.view));
  plain = $derived.by(() => isPlain(this.view));
  chips = $derived.by(() =>
    chipsOf(this.view.filter, {
      epic: (id) => this.#epics.data?.epics.find((epic) => epic.id === id)?.name ?? null,
      person: (id) => session.personOf(id)?.name ?? null,
      sprint: (id) => this.#sprints().find((sprint) => sprint.id === id)?.name ?? null,
    }),
  );
  choices = $derived.by(() =>
    choicesOf(this.view.filter, {
      epics: this.#epics.data?.epics ?? [], labels: this.#labels.data?.labels.map(({ label }) => label) ?? [], people: session.people, sprints: this.#sprints(),
    }),
  );

  constructor(product: Id, sprints: () => readonly Sprint[]) {
    this.#sprints = sprints;
    this.#epics = query("epic.list", () => ({ product }));
    this.#labels = query("label.list", () => ({ product }));
    this.saved = new SavedViews(product, () => this.view, (view, id) => this.#go(view, { saved: id }));
    this.text = this.#written = this.view.filter.text ?? "";
    $effect(() => () => clearTimeout(this.#pause));
    // Gone back, or a saved view chosen: the field says what is looked for.
    $effect(() => {
      const said = this.view.filter.text ?? "";
      if (said === this.#written) return;
      clearTimeout(this.#pause);
      this.text = this.#written = said;
    });
  }

  /** What is typed is looked for once the typing pauses; that nothing is looked for any more needs no pause. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#pause);
    if (text.trim()) this.#pause = window.setTimeout(() => this.#look(this.text.trim()), PAUSE_MS);
    else this.#look("");
  }

  /** Looks for words: a step for Back where looking begins and where it ends, none for each letter. */
  #look(words: string): void {
    const before = this.view.filter.text ?? "";
    if (words === before) return;
    this.#written = words;
    this.#go({ ...this.view, filter: { ...this.view.filter, text: words } }, { replace: before !== "" && words !== "" });
  }

  filter(filter: BacklogFilter): void {
    this.#go({ ...this.view, filter });
  }

  /** Takes one kind of filter away. */
  without(kind: Kind): void {
    this.filter({ ...this.view.filter, [kind]: undefined });
  }

  /** The whole backlog again, in the order it is shown in now. */
  clear(): void {
    this.#forget();
    this.#go({ ...this.view, filter: {} });
  }

  sort(sort: BacklogSort): void {
    this.#go({ ...this.view, sort });
  }

  /** The whole backlog in its own order. */
  reset(): void {
    this.#forget();
    this.#go(PLAIN, { saved: null });
  }

  #forget(): void {
    clearTimeout(this.#pause);
    this.text = this.#written = "";
  }

  open(what: OpenMenu["what"], byKey: boolean): void {
    this.menu = { what, byKey };
  }

  /** Another view at the same address otherwise. A saved view stays the one that was left from, until another is chosen. */
  #go(view: ListView, { replace = false, saved = this.saved.id }: { replace?: boolean; saved?: Id | null } = {}): void {
    router.to({ room: "backlog", params: router.params, query: toAddress(view, saved) }, { replace });
  }
}
