import { tick, untrack } from "svelte";
import type { Id, ItemRow, Product, Sprint } from "$lib/contract";
import { ask, query } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { raising } from "../impediment";
import { merging } from "../merge";
import { poker, POKER_MAX } from "../poker";
import { splitting } from "../split";
import { Acts } from "./acts";
import { Finding } from "./finding.svelte";
import { Forecast } from "./forecast.svelte";
import { BacklogList } from "./list.svelte";
import { Reorder } from "./reorder.svelte";
import { asked } from "./view";

/** Where `SidePanel` lies over the list. */
const OVERLAID = "(max-width: 1199px)";

/** A dialog that is open for some items. `row` is the one it is about when it is about one. */
export type Question = { what: "position" | "cancel" | "edit"; ids: readonly Id[]; row: ItemRow | null };
export type MenuAt = { row: ItemRow; ids: readonly Id[]; box: DOMRect };

/** The Product Backlog room: its list, the item that is open beside it, and what is being asked. */
export class BacklogRoom {
  readonly list: BacklogList;
  readonly acts: Acts;
  readonly reorder: Reorder;
  readonly finding: Finding;
  readonly forecast: Forecast;
  adding = $state(false);
  /** The Product Goal's panel is open; an item that is opened takes its place. */
  goalOpen = $state(false);
  /** The backlog lies by value and effort, in place of the list. */
  plane = $state(false);
  field: HTMLInputElement | null = null;
  /** Opened by key: the focus goes into the details once they are there. */
  focusPanel = $state(false);
  question = $state.raw<Question | null>(null);
  menu = $state.raw<MenuAt | null>(null);
  /** The item that is open and not in the list. */
  #outside = $state.raw<Id | null>(null);
  /** The dialog for files in or out that is open. */
  transfer = $state<"import" | "export" | null>(null);
  #id: Id;
  #first: Product;
  #params: () => readonly string[];
  #sprints;

  /** The product as it is now; its goal and scale may change while the room is open. */
  product: Product = $derived.by(() => session.products.find(({ id }) => id === this.#id) ?? this.#first);
  #everySprint: readonly Sprint[] = $derived.by(() => this.#sprints.data?.sprints ?? []);
  /** Sprints that items can be taken into: the one that runs, then those to come. */
  sprints: Sprint[] = $derived.by(() => {
    const open = this.#everySprint.filter(({ state }) => state === "active" || state === "planned");
    return open.toSorted((a, b) => Number(b.state === "active") - Number(a.state === "active") || a.startDay.localeCompare(b.startDay));
  });
  active: Sprint | null = $derived(this.sprints.find(({ state }) => state === "active") ?? null);
  /** The item whose details are open. The address says it, so that other rooms can lead here. */
  opened: Id | null = $derived.by(() => this.#params()[0] ?? null);

  constructor(product: Product, params: () => readonly string[]) {
    this.#id = product.id;
    this.#first = product;
    this.#params = params;
    this.#sprints = query("sprint.list", () => ({ product: product.id }));
    this.finding = new Finding(product.id, () => this.#everySprint);
    this.list = new BacklogList(product.id, () => this.finding.view);
    this.acts = new Acts(this.list);
    this.reorder = new Reorder(this.list, this.acts);
    this.forecast = new Forecast(() => product.id, () => this.finding.plain);
    $effect(() => {
      const lines = this.forecast.lines.map(({ above }) => above);
      untrack(() => this.list.rule(lines));
    });
  }

  open(id: Id): void {
    this.#show(id, this.opened !== null);
  }

  /** Shows the details of an item, or none; the list stays looked at as it is. */
  #show(id: Id | null, replace = true): void {
    router.to({ room: "backlog", params: id === null ? [] : [id], query: router.query }, { replace });
  }

  /** The same, and the focus goes there too. */
  openByKey(id: Id): void {
    this.focusPanel = true;
    this.open(id);
  }

  /** Deletes items. What is no longer there is not shown beside the list either. */
  async remove(ids: readonly Id[]): Promise<void> {
    if (!(await this.acts.remove(ids)) || !this.opened || !ids.includes(this.opened)) return;
    this.#show(null);
    await this.list.focus();
  }

  /** Closes the details; the focus goes back to the row they belong to. */
  async close(): Promise<void> {
    const id = this.opened;
    this.focusPanel = false;
    this.#show(null);
    if (id && this.list.cursor.id !== id) await this.list.find(id);
    await this.list.focus();
  }

  /** Opens the next or previous item of the backlog, with the focus of the list going along. */
  async turn(delta: 1 | -1): Promise<void> {
    const { list } = this;
    if (!this.opened || (list.cursor.id !== this.opened && !(await list.find(this.opened)))) return;
    const to = list.cursor.index + delta;
    if (to < 0 || to >= list.rows.total) return;
    list.go(to);
    const id = list.cursor.id ?? (await ask("backlog.ids", { product: this.product.id, ...asked(list.rows.view), offset: to, limit: 1 })).items[0]?.id;
    if (id) this.open(id);
  }

  /** What was opened from elsewhere is shown in the list as well, where that has it. */
  async follow(id: Id): Promise<void> {
    if (id === this.list.cursor.id) return;
    const there = await this.list.find(id);
    if (this.opened === id) this.#outside = there ? null : id;
  }

  /** Whether there is a next or previous item to turn to. While the focus is on another row, that shows on turning. */
  canTurn(delta: 1 | -1): boolean {
    const { cursor, rows } = this.list;
    if (this.opened === this.#outside) return false;
    return cursor.id !== this.opened || (cursor.index + delta >= 0 && cursor.index + delta < rows.total);
  }

  /** What a key acts on: all that is selected, else the row with the focus. */
  get subjects(): readonly Id[] {
    if (this.list.selection.size > 0) return this.list.selection.ids;
    return this.list.current ? [this.list.current.id] : [];
  }

  ask(what: Question["what"], ids: readonly Id[]): void {
    const row = ids.length === 1 ? (this.list.rows.rows.find((other) => other?.id === ids[0]) ?? null) : null;
    if (ids.length > 0) this.question = { what, ids, row };
  }

  /** Raises an impediment that blocks these items, as far as they are loaded. */
  async raise(ids: readonly Id[]): Promise<void> {
    // From a menu that is closing: the dialog gives the focus back to what has it when it opens.
    await this.list.focus();
    const rows = this.list.rows.rows.filter((row) => row !== undefined && ids.includes(row.id));
    raising.start(rows.map((row) => ({ id: row!.id, key: row!.key, title: row!.title })));
  }

  /** Planning Poker over items, one after the other. */
  async play(ids: readonly Id[]): Promise<void> {
    // From a menu that is closing: the dialog gives the focus back to what has it when it opens.
    await this.list.focus();
    poker.start(ids);
  }

  /** Planning Poker over everything in the backlog that has no estimate yet. */
  async playUnestimated(): Promise<void> {
    const { items } = await ask("backlog.ids", { product: this.product.id, filter: { estimated: false }, offset: 0, limit: POKER_MAX });
    if (items.length > 0) await this.play(items.map(({ id }) => id));
    else toasts.warn("Everything in the Product Backlog has an estimate.");
  }

  /** Splits an item; the focus goes to the first of its parts. */
  async split(ids: readonly Id[]): Promise<void> {
    await this.list.focus();
    const [id] = ids;
    if (id) splitting.start(id, ({ original, parts }) => void this.#goTo(original.resolution === null ? original.id : parts[0]!.id));
  }

  /** Merges items; the focus goes to the one that stays. */
  async merge(ids: readonly Id[]): Promise<void> {
    await this.list.focus();
    await merging.start(ids, ({ item }) => {
      this.list.selection.clear();
      void this.#goTo(item.id);
    });
  }

  /** Goes to a row, with the details if they were open. */
  async #goTo(id: Id): Promise<void> {
    if (this.opened) this.open(id);
    if (await this.list.find(id)) await this.list.focus();
  }

  /** The backlog by value and effort in place of the list, or the list again. */
  togglePlane(): void {
    this.plane = !this.plane;
    if (!this.plane) void tick().then(() => this.list.focus());
  }

  /** Opens the Product Goal beside the list, or closes it; the focus goes back to where it was opened from. */
  toggleGoal(): void {
    const show = !this.goalOpen || this.opened !== null;
    if (this.opened) this.#show(null);
    this.goalOpen = show;
    if (!show) void this.list.focus();
  }

  /** Opens the field for new items, or goes back to it. */
  add(): void {
    // In a narrow window the details lie over the place where it stands.
    if (this.opened && window.matchMedia(OVERLAID).matches) this.#show(null);
    if (this.adding) this.field?.focus();
    this.adding = true;
  }

  /** Closes the dialog, and once the focus is back in the list does what was answered. */
  async answer(run?: () => void): Promise<void> {
    this.question = null;
    await tick();
    run?.();
    await this.list.focus();
  }

  showMenu(row: ItemRow, box: DOMRect): void {
    this.menu = { row, ids: this.list.subjects(row), box };
  }

  /** The menu of the row with the focus, hung under that row. */
  showMenuHere(): boolean {
    const { current, scroller } = this.list;
    const element = scroller?.querySelector('[role="row"][tabindex="0"]');
    if (!current || !element) return false;
    const { left, top, height } = element.getBoundingClientRect();
    this.showMenu(current, new DOMRect(left + 44, top, 0, height));
    return true;
  }

  closeMenu(): void {
    this.menu = null;
    // Unless what was chosen has taken the focus for itself.
    if (!this.question && !this.list.editing && !this.focusPanel) void this.list.focus();
  }

  /** To the field for words; what is there is chosen, so that typing begins anew. */
  search(): void {
    this.finding.field?.focus();
    this.finding.field?.select();
  }

  /** Leaves nothing out any more; the row with the focus is found again among all of them. */
  async clearFilter(): Promise<boolean> {
    if (!this.finding.filtered) return false;
    this.finding.clear();
    await this.list.focus();
    return true;
  }

  /** Back to where rows can be lifted. */
  async backToOrder(): Promise<void> {
    if (this.finding.view.filter.scope) this.finding.without("scope");
    else this.finding.sort({ by: "rank" });
    await this.list.focus();
  }

  /** Escape in the list: first what is selected, then what is open. */
  escape(): boolean {
    if (this.list.selection.size > 0) this.list.selection.clear();
    else if (this.opened) void this.close();
    else if (this.goalOpen) this.toggleGoal();
    else return false;
    return true;
  }
}
