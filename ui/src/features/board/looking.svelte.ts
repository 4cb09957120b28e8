import { announce } from "$lib/announce";
import type { BacklogFilter, Id, Product } from "$lib/contract";
import { query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { store, stored } from "$lib/stored";
import { chipsOf, type Kind } from "../backlog/chips";
import { choicesOf } from "../backlog/choices";
import { CUTS, type Cut } from "./lanes";
import { filtered, fromQuery, toQuery, type BoardView } from "./view";

/** Filters that ask where an item is: on the board that is known. */
const ELSEWHERE = ["In", "In a sprint"];

/**
 * How the board is looked at: the filter and the lanes. The address holds both, so that nothing is left out unseen and Back
 * goes back; the lanes are kept on this device for the person as well.
 */
export class Looking {
  menu = $state.raw<{ what: "filter"; byKey: boolean } | null>(null);
  field: HTMLInputElement | null = null;
  #product: () => Product;
  #epics;
  #last = "";
  #query = $derived.by(() => (router.room === "board" ? (this.#last = router.query) : this.#last));
  view: BoardView = $derived.by(() => fromQuery(this.#query, this.#usual()));
  isFiltered = $derived.by(() => filtered(this.view.filter));
  mine = $derived.by(() => session.actingAs !== null && (this.view.filter.assignees ?? []).includes(session.actingAs));
  chips = $derived.by(() =>
    chipsOf(this.view.filter, {
      epic: (id) => this.#epics.data?.epics.find((epic) => epic.id === id)?.name ?? null,
      person: (id) => session.personOf(id)?.name ?? null,
      sprint: () => null,
    }),
  );
  choices = $derived.by(() =>
    choicesOf(this.view.filter, { epics: this.#epics.data?.epics ?? [], labels: this.#labels.data?.labels.map(({ label }) => label) ?? [], people: session.people, sprints: [] }).filter(({ section }) => !ELSEWHERE.includes(section)),
  );
  #labels;

  constructor(product: () => Product) {
    this.#product = product;
    this.#epics = query("epic.list", () => ({ product: product().id }));
    this.#labels = query("label.list", () => ({ product: product().id }));
  }

  get text(): string {
    return this.view.filter.text ?? "";
  }

  /** Looks for words: a step for Back where looking begins and ends, none for each letter. */
  type(text: string): void {
    this.#go({ ...this.view, filter: { ...this.view.filter, text } }, this.text !== "" && text !== "");
  }

  filter(filter: BacklogFilter): void {
    this.#go({ ...this.view, filter });
  }

  without(kind: Kind): void {
    this.filter({ ...this.view.filter, [kind]: undefined });
  }

  clear(): void {
    this.filter({});
    announce("Filters cleared");
  }

  open(what: "filter", byKey: boolean): void {
    this.menu = { what, byKey };
  }

  /** Shows what somebody has, or no longer only that. */
  person(id: Id | null): void {
    const { assignees = [] } = this.view.filter;
    this.filter({ ...this.view.filter, assignees: assignees.includes(id) ? assignees.filter((other) => other !== id) : [...assignees, id] });
  }

  toggleMine(): boolean {
    if (!session.actingAs) return false;
    this.person(session.actingAs);
    return true;
  }

  toggleBlocked(): void {
    this.filter({ ...this.view.filter, blocked: this.view.filter.blocked === true ? undefined : true });
  }

  cut(cut: Cut): void {
    store(this.#key(), cut);
    this.#go({ ...this.view, cut });
    announce({ none: "Columns without lanes", items: "A lane for each item, its tasks are the cards", people: "A lane for each person" }[cut]);
  }

  nextCut(): void {
    const at = CUTS.findIndex(({ value }) => value === this.view.cut);
    this.cut(CUTS[(at + 1) % CUTS.length]!.value);
  }

  #usual(): Cut {
    return CUTS.find(({ value }) => value === stored(this.#key()))?.value ?? "none";
  }

  #key(): string {
    return `${this.#product().id}.${session.actingAs ?? "nobody"}.lanes`;
  }

  #go(view: BoardView, replace = false): void {
    router.to({ room: "board", params: router.params, query: toQuery(view) }, { replace });
  }
}
