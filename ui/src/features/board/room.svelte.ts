import { tick } from "svelte";
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { raising } from "$features/impediment";
import { announce } from "$lib/announce";
import type { Anchor } from "$lib/components/Menu.svelte";
import type { BoardColumn, Card, Column, Id, Person, Product, Task } from "$lib/contract";
import { query } from "$lib/data";
import { Drag, Lift, type Spot } from "$lib/drag";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { DoneDraft } from "../done";
import { inOrder, neighbour, placed, spotOf } from "./grid";
import { byItem, byPerson, given, isTask, step, whole, type Lane, type Stop, type Thing } from "./lanes";
import { Looking } from "./looking.svelte";
import { deleteTask, giveBack, move, moveTask, tickTask, type CardMove } from "./moves";
import { answers } from "./view";
import { spotAt } from "./zones";

/** A card that stands before a Done column until the Definition of Done is answered; with a place when it was moved there. */
export type Entering = { card: Card; to: CardMove; place: Spot | null; from: number; draft: DoneDraft; lastTask: boolean };
export type Asked = "add" | "cancel" | "close" | "cancelSprint";
export type Editing = { id: Id; lane: string; field: "people" | "estimate" };

/** The address of the burndown in this room, in the place of an item's key. */
export const CHART = "burndown";

/** The board of the active sprint: what is shown of it in which lanes, where the focus is, and what is under way. */
export class BoardRoom {
  readonly board;
  readonly looking: Looking;
  readonly lift: Lift<Thing>;
  readonly drag: Drag<Thing>;
  entering = $state.raw<Entering | null>(null);
  editing = $state.raw<Editing | null>(null);
  menu = $state.raw<{ thing: Thing; anchor: Anchor } | null>(null);
  asked = $state<Asked | null>(null);
  /** Where a drag would put what it holds. */
  over = $state.raw<Spot | null>(null);
  /** The focus was on the board last: what is drawn anew may take it back. */
  focused = $state(false);
  /** The panel that opens next takes the focus. */
  focusPanel = $state(false);
  /** Cards whose tasks are listed, and the lane that a task is being added to. */
  readonly unfolded = new SvelteSet<Id>();
  tasksOf = $state<Id | null>(null);
  adding = $state<string | null>(null);
  #turned = new SvelteSet<string>();
  #stop = $state.raw<Stop>({ lane: "all", id: null });
  #at: Spot = { line: 0, index: 0 };
  #drafts = new SvelteMap<Id, DoneDraft>();
  #stays;
  #product: () => Product;
  #param: () => string | undefined;

  constructor(product: () => Product, param: () => string | undefined) {
    this.#product = product;
    this.#param = param;
    this.looking = new Looking(product);
    this.board = query("board.get", () => ({ product: product().id }));
    this.#stays = query("board.stays", () => ({ product: product().id }));
    this.lift = new Lift<Thing>({
      lines: () => this.lines.map((line) => line.length),
      say: (thing, to, of) => [nameOf(thing), this.laneAt(to.line)?.person !== undefined && this.laneAt(to.line)?.name, this.columnAt(to.line)?.name, `${to.index + 1} of ${of}`].filter(Boolean).join(", "),
      beside: (line, delta) => (Math.floor((line + delta) / this.width) === Math.floor(line / this.width) && line + delta >= 0 ? line + delta : null),
      beyond: (line, delta) => this.#nextLane(line, delta),
      onDrop: (thing, to, from) => this.#drop(thing, to, from.line),
    });
    const inLane = (thing: Thing, line: number) => !isTask(thing) || this.laneAt(line)?.key === thing.item;
    const spot = (thing: Thing, zone: Parameters<typeof spotAt>[1]) => {
      const to = zone && spotAt(this.lines, zone, thing.id);
      return to && inLane(thing, to.line) ? to : null;
    };
    this.drag = new Drag<Thing>({
      accepts: (thing, kind, id) => (kind === "cell" || kind === "card") && id !== null && inLane(thing, parseInt(id, 10)) && !id.endsWith(`:${thing.id}`),
      onOver: (thing, zone) => (this.over = zone && spot(thing, zone)),
      onDrop: (thing, zone) => {
        const to = spot(thing, zone);
        const from = this.#spotOf(thing.id);
        this.over = null;
        if (to && from && (to.line !== from.line || to.index !== from.index)) this.#drop(thing, to, from.line);
      },
      onCancel: () => (this.over = null),
    });
    // What is lifted, or stands before Done, may be moved or taken away by somebody else meanwhile.
    $effect(() => {
      if (this.lift.key && !spotOf(this.lines, this.lift.key.id)) this.lift.cancel();
      const { entering } = this;
      if (entering && !this.cards.some((card) => card.id === entering.card.id && !card.done)) this.entering = null;
    });
  }

  get product(): Product {
    return this.#product();
  }

  sprint = $derived.by(() => this.board.data?.sprint ?? null);
  columns: BoardColumn[] = $derived.by(() => this.board.data?.columns ?? []);
  width = $derived(Math.max(1, this.columns.length));
  cards = $derived(inOrder(this.columns));
  inPlay = $derived(this.cards.filter((card) => !card.done).length);
  blocked = $derived(this.cards.filter((card) => card.blocked && !card.done).length);
  cut = $derived.by(() => this.looking.view.cut);
  /** What the filter leaves of it. */
  seen: BoardColumn[] = $derived.by(() => {
    const { filter } = this.looking.view;
    return this.looking.isFiltered ? this.columns.map((column) => ({ ...column, items: column.items.filter((card) => answers(card, filter)) })) : this.columns;
  });
  seenCards = $derived(inOrder(this.seen));
  /** Who has work in this team: its developers, or everybody in the product where nobody is one. */
  team: Person[] = $derived.by(() => {
    const members = session.people.filter((person) => session.rolesOf(person.id).length > 0);
    const developers = members.filter((person) => session.rolesOf(person.id).includes("developer"));
    return developers.length ? developers : members;
  });
  lanes: Lane[] = $derived.by(() => {
    if (this.cut === "items") return byItem(this.seen, this.board.data?.order ?? []);
    if (this.cut === "people") return byPerson(this.seen, this.looking.isFiltered ? [] : this.team, (id) => session.personOf(id));
    return whole(this.seen);
  });
  lines: Thing[][] = $derived.by(() => this.lanes.flatMap((lane) => lane.cells));
  /** The lines as they look: with what is in the air where it would stand. */
  shown: Thing[][] = $derived.by(() => {
    const air = this.#air;
    return air ? placed(this.lines, air.thing, air.from, air.to) : this.lines;
  });
  /** The place something in the air was taken from. */
  origin: Spot | null = $derived.by(() => {
    const air = this.#air;
    const index = air ? (this.lines[air.from]?.findIndex(({ id }) => id === air.thing.id) ?? -1) : -1;
    return air && index >= 0 && air.from !== air.to.line ? { line: air.from, index } : null;
  });
  #air = $derived.by(() => {
    const { entering } = this;
    const air = this.lift.key ? { thing: this.lift.key, from: this.lift.from.line, to: this.lift.to } : entering?.place ? { thing: entering.card as Thing, from: entering.from, to: entering.place } : null;
    // As it is told now: what happens to it meanwhile shows on it.
    const thing = air && this.lines[air.from]?.find(({ id }) => id === air.thing.id);
    return thing ? { ...air, thing } : null;
  });
  stop: Stop = $derived.by(() => {
    const { lane: key, id } = this.#stop;
    const lane = this.lanes.find((one) => one.key === key);
    if (lane && (id === null ? this.cut !== "none" : !this.folded(lane) && lane.cells.some((things) => things.some((thing) => thing.id === id)))) return this.#stop;
    const elsewhere = id === null ? null : spotOf(this.lines, id);
    if (elsewhere && !this.folded(this.laneAt(elsewhere.line)!)) return { lane: this.laneAt(elsewhere.line)!.key, id };
    const line = this.lines[this.#at.line];
    const near = line?.[Math.min(this.#at.index, line.length - 1)];
    if (near && !this.folded(this.laneAt(this.#at.line)!)) return { lane: this.laneAt(this.#at.line)!.key, id: near.id };
    const first = this.cut === "none" ? this.lines.findIndex((things) => things.length > 0) : -1;
    return { lane: this.lanes[0]?.key ?? "all", id: first >= 0 ? this.lines[first]![0]!.id : null };
  });
  thing: Thing | null = $derived.by(() => {
    const lane = this.lanes.find((one) => one.key === this.stop.lane);
    return lane?.cells.flat().find((thing) => thing.id === this.stop.id) ?? null;
  });
  /** The item that the focus is on, or on a task or the lane of which. */
  cursor: Card | null = $derived.by(() => {
    const lane = this.lanes.find((one) => one.key === this.stop.lane);
    return lane?.card ?? (this.thing && !isTask(this.thing) ? this.thing : null);
  });
  opened: Card | null = $derived.by(() => this.cards.find((card) => card.key === this.#param()) ?? null);
  chart = $derived.by(() => this.#param() === CHART);

  laneAt(line: number): Lane | undefined {
    return this.lanes[Math.floor(line / this.width)];
  }

  columnAt(line: number): Column | undefined {
    return this.columns[line % this.width]?.column;
  }

  usual(column: Id | null | undefined) {
    return this.#stays.data?.columns.find((one) => one.column === column) ?? null;
  }

  get stays() {
    return this.#stays.data;
  }

  folded(lane: Lane): boolean {
    return this.cut !== "none" && this.#turned.has(`${this.cut} ${lane.key}`) !== lane.over;
  }

  fold(lane = this.lanes.find((one) => one.key === this.stop.lane)): boolean {
    if (!lane || this.cut === "none") return false;
    const key = `${this.cut} ${lane.key}`;
    if (!this.#turned.delete(key)) this.#turned.add(key);
    this.pointAt({ lane: lane.key, id: null });
    announce(`${lane.name} ${this.folded(lane) ? "folded" : "unfolded"}`);
    void this.focus();
    return true;
  }

  /** What shows a card or a task: where the focus is when it is that one, else where it is first. */
  element(id: Id | null = this.stop.id, lane: string = this.stop.lane): HTMLElement | null {
    const within = `[data-lane="${CSS.escape(lane)}"]`;
    if (id === null) return document.querySelector(`${within} [data-head]`);
    return document.querySelector(`${within} [data-card="${id}"]`) ?? document.querySelector(`[data-card="${id}"]`) ?? document.querySelector(`[data-lane="${id}"] [data-head]`);
  }

  /** Gives the focus to what has it in the room's mind. */
  async focus(): Promise<void> {
    await tick();
    this.element()?.focus();
  }

  pointAt(stop: Stop): void {
    this.#stop = stop;
    const at = stop.id === null ? null : this.#spotOf(stop.id, stop.lane);
    if (at) this.#at = at;
  }

  /** To a card or a task, in the lane it is pointed at in, or the first that shows it. */
  point(id: Id, lane = this.stop.lane): void {
    const spot = this.#spotOf(id, lane);
    if (spot) this.pointAt({ lane: this.laneAt(spot.line)!.key, id });
    else if (this.lanes.some((one) => one.key === id)) this.pointAt({ lane: id, id: null });
  }

  step(key: string): boolean {
    const to = step(this.lanes, this.cut, (lane) => this.folded(lane), this.stop, key);
    this.pointAt(to);
    if (this.opened && this.cursor) this.#show(this.cursor.key, true);
    void this.focus();
    return true;
  }

  /** To the card before or after in reading order, for the panel. */
  turn(delta: 1 | -1): void {
    const next = this.seenCards[this.seenCards.findIndex((card) => card.id === this.opened?.id) + delta];
    if (!next) return;
    this.point(next.id);
    this.#show(next.key, true);
  }

  canTurn(delta: 1 | -1): boolean {
    return this.seenCards[this.seenCards.findIndex((card) => card.id === this.opened?.id) + delta] !== undefined;
  }

  open(card: Card, focus = false): void {
    this.focusPanel = focus;
    this.#show(card.key, this.#param() !== undefined);
  }

  showChart(): void {
    if (this.chart) return this.leave();
    this.focusPanel = true;
    this.#show(CHART, false);
  }

  /** Closes the panel; the focus goes to the card it showed, also when a link led to it. */
  leave(): void {
    const { chart, opened } = this;
    if (opened && this.cursor?.id !== opened.id) this.point(opened.id);
    this.#show(null, true);
    void tick().then(() => (chart ? document.getElementById("board-burndown")?.focus() : this.element()?.focus()));
  }

  edit(field: Editing["field"], id = this.stop.id ?? this.cursor?.id, lane = this.stop.lane): boolean {
    const task = id !== undefined && this.thing && isTask(this.thing) && this.thing.id === id;
    if (!id || (task && (field === "estimate" || this.cursor?.done))) return false;
    this.editing = { id, lane, field };
    return true;
  }

  stopEditing(): void {
    this.editing = null;
    void this.focus();
  }

  ask(question: Asked, card?: Card): void {
    if (card) this.point(card.id);
    this.asked = question;
  }

  raise(card = this.cursor): boolean {
    if (!card || card.done) return false;
    raising.start([{ id: card.id, key: card.key, title: card.title }]);
    return true;
  }

  async giveBack(card: Card): Promise<void> {
    if (await giveBack([card.id])) announce(`${card.key} given back to the Product Backlog`);
    void this.focus();
  }

  /** Opens the tasks of the card with the focus, or the field for another task in its lane. */
  showTasks(card = this.cursor): boolean {
    if (!card) return false;
    if (this.cut === "items") {
      if (card.done) return false;
      const lane = this.lanes.find((one) => one.key === card.id);
      if (lane && this.folded(lane)) this.fold(lane);
      this.adding = card.id;
    } else if (this.unfolded.delete(card.id)) {
      void this.focus();
    } else {
      this.unfolded.add(card.id);
      this.tasksOf = card.id;
    }
    return true;
  }

  async tick(task: Task, done: boolean): Promise<void> {
    if (!(await tickTask(task, done))) return;
    announce(`${task.title} ${done ? "finished" : "taken up again"}`);
    if (done) this.#offer(task.item);
  }

  removeTask(task = this.thing): boolean {
    if (!task || !isTask(task) || this.cards.find(({ id }) => id === task.item)?.done) return false;
    void deleteTask(task).then((gone) => {
      if (gone) announce(`${task.title} deleted`);
      void this.focus();
    });
    return true;
  }

  /** To another column, at its end: what the menu does. */
  send(thing: Thing, column: Column): void {
    const from = this.#spotOf(thing.id)?.line ?? 0;
    if (isTask(thing)) void this.#sendTask(thing, column, {});
    else this.#enter(thing, { column: column.id }, null, from);
  }

  startLift(): void {
    const { thing } = this;
    const at = thing && this.#spotOf(thing.id);
    if (thing && at && !(isTask(thing) && this.cursor?.done)) this.lift.lift(thing, at.index, at.line);
  }

  keydown(event: KeyboardEvent): void {
    if (this.lift.keydown(event)) void this.focus();
  }

  /** Goes through the door with the answer, or back to where it came from. */
  answer(confirmed: boolean): void {
    const { entering } = this;
    if (!entering) return;
    this.entering = null;
    if (confirmed) void this.#send(entering.card, { ...entering.to, done: entering.draft.answer });
    else announce(entering.lastTask ? `${entering.card.key} stays in ${this.#columnOf(entering.card)}` : `${entering.card.key} is back in ${this.#columnOf(entering.card)}`);
    void this.focus();
  }

  #drop(thing: Thing, to: Spot, fromLine: number): void {
    const column = this.columnAt(to.line);
    const [from, lane] = [this.laneAt(fromLine), this.laneAt(to.line)];
    if (!column || !from || !lane) return;
    const beside = neighbour(this.lines[to.line] ?? [], thing.id, to.index);
    this.pointAt({ lane: lane.key, id: thing.id });
    if (isTask(thing)) return void this.#sendTask(thing, column, beside);
    const assignees = from.key === lane.key ? {} : { assignees: given(thing.assignees, from.key, lane.key) };
    this.#enter(thing, { column: column.id, ...beside, ...assignees }, to, fromLine);
  }

  /** Moves a card; before Done it waits until the Definition of Done is answered. */
  #enter(card: Card, to: CardMove, place: Spot | null, from: number, lastTask = false): void {
    const into = this.columns.find(({ column }) => column.id === to.column)?.column.category;
    if (into !== "done" || card.done || card.doneCriteria.length === 0) {
      void this.#send(card, to, card.done && into !== "done");
      return void this.focus();
    }
    const draft = this.#drafts.get(card.id) ?? new DoneDraft(() => this.cards.find((other) => other.id === card.id)?.doneCriteria ?? card.doneCriteria);
    this.#drafts.set(card.id, draft);
    this.entering = { card, to, place, from, draft, lastTask };
  }

  /** When the last task of an item is finished, whether the item is Done is asked at once. */
  #offer(item: Id): void {
    const card = this.cards.find((one) => one.id === item);
    const done = this.columns.find(({ column }) => column.category === "done")?.column;
    if (!card || card.done || !done || card.steps.length === 0 || card.steps.some((task) => task.state !== "done")) return;
    this.#enter(card, { column: done.id }, null, -1, true);
  }

  async #sendTask(task: Task, column: Column, beside: { before?: Id; after?: Id }): Promise<void> {
    void this.focus();
    if (!(await moveTask(this.columns, task, { column: column.id, ...beside }))) return announce(`${task.title} is back where it was`);
    announce(`${task.title} is in ${column.name}`);
    if (column.category === "done" && task.state !== "done") this.#offer(task.item);
  }

  async #send(card: Card, to: CardMove, leaves = false): Promise<void> {
    const name = this.columns.find(({ column }) => column.id === to.column)?.column.name ?? "";
    const whom = to.assignees && (to.assignees.length ? ` with ${to.assignees.map((id) => session.personOf(id)?.name ?? "somebody").join(", ")}` : " with nobody");
    if (!(await move(this.columns, card, to))) return announce(`${card.key} is back in ${this.#columnOf(card)}`);
    this.#drafts.delete(card.id);
    announce(`${card.key} is in ${name}${whom ?? ""}${leaves ? " and Done no longer" : ""}`);
  }

  #columnOf(card: Card): string {
    return this.columns.find(({ column }) => column.id === card.column)?.column.name ?? "";
  }

  #spotOf(id: Id, lane = this.stop.lane): Spot | null {
    return spotOf(this.lines, id, (line) => this.laneAt(line)?.key === lane);
  }

  /** Where a lifted card goes from the end of a lane: into the next one that is open, at the same column. Tasks stay. */
  #nextLane(line: number, delta: number): Spot | null {
    if (this.cut !== "people") return null;
    for (let to = line + delta * this.width; to >= 0 && to < this.lines.length; to += delta * this.width) {
      const lane = this.laneAt(to);
      if (lane && !this.folded(lane)) return { line: to, index: delta > 0 ? 0 : Infinity };
    }
    return null;
  }

  #show(param: string | null, replace: boolean): void {
    router.to({ room: "board", params: param === null ? [] : [param], query: router.query }, { replace });
  }
}

function nameOf(thing: Thing): string {
  return isTask(thing) ? thing.title : thing.key;
}
