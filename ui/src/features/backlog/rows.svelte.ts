import { QueryObserver } from "@tanstack/svelte-query";
import { untrack } from "svelte";
import type { Backlog, BacklogSums, BacklogWindow, Id, RpcError } from "$lib/contract";
import { asking, client } from "$lib/data";
import type { Known, Row } from "./optimistic";
import { clamp } from "./geometry";
import { asked, isPlain, PLAIN, sameView, type ListView } from "./view";

const LIMIT = 200;
const STEP = 50;
/** Rows asked for before the first one in view. */
const AHEAD = 75;
/** At most so often while scrolling, and never more than one at a time. */
const PACE_MS = 60;
/** Windows left behind are soon forgotten: a walk through a long backlog must not fill the memory. */
const FORGOTTEN_MS = 10_000;

/** Rows as one answer gave them, so all of one moment. `fresh` are the first of another view. */
export type Snapshot = { offset: number; total: number; rows: readonly Row[]; view: ListView; fresh: boolean };

/**
 * The part of the backlog around what is on screen: one window of it that follows the scrolling. While another one is
 * on its way the last one stays, so that the rows both have in common never blink.
 */
export class BacklogRows {
  offset = $state(0);
  rows = $state.raw<readonly Row[]>([]);
  /** How the rows that are asked for are looked at, and how those that are shown. */
  view = $state.raw<ListView>(PLAIN);
  shown = $state.raw<ListView>(PLAIN);
  total = $state(0);
  points = $state(0);
  unestimated = $state(0);
  /** The whole backlog, whatever the view leaves out. */
  whole = $state.raw<BacklogSums>({ items: 0, points: 0, unestimated: 0 });
  /** False until the first answer. */
  ready = $state(false);
  /** What is shown is still that of another view than the one asked for. */
  behind = $state(false);
  error = $state.raw<RpcError | null>(null);

  #product: Id;
  #request: BacklogWindow;
  #observer: QueryObserver<Backlog, RpcError>;
  #answer: Backlog | null = null;
  #paused = 0;
  #wanted = 0;
  #settle: (next: Snapshot) => boolean;

  /** `settle` is told what is about to be shown, while what was shown still stands. It may say no: then `release` it. */
  constructor(product: Id, settle: (next: Snapshot) => boolean, view: () => ListView = () => PLAIN) {
    this.#product = product;
    this.#settle = settle;
    this.view = this.shown = view();
    this.#request = this.#around(0);
    this.#observer = new QueryObserver(client, this.#options());
    $effect(() => {
      const stop = this.#observer.subscribe(() => this.sync());
      untrack(() => this.sync());
      return () => {
        clearTimeout(this.#paused);
        stop();
      };
    });
    $effect(() => {
      const next = view();
      untrack(() => this.#look(next));
    });
  }

  at(index: number): Row {
    return this.rows[index - this.offset];
  }

  /** What a change made ahead of the answer may build on. */
  get known(): Known {
    return { request: this.#request, total: this.total, at: (index) => this.at(index), rankAt: (index) => this.rankAt(index) };
  }

  /** The rank of the row at an index in the whole backlog; null where it is not known or there is none. */
  rankAt(index: number): number | null {
    if (index < 0 || index >= this.total) return null;
    return isPlain(this.view) ? index + 1 : (this.at(index)?.position ?? null);
  }

  /** Has the rows around this one loaded, now or as soon as the pace allows. */
  want(first: number): void {
    this.#wanted = first;
    if (!this.#paused) this.#follow();
  }

  /** The same rows stand so many further down: until they are asked for anew, they are shown there. */
  slide(by: number, total: number): void {
    this.offset += by;
    this.total = Math.max(total, this.total);
  }

  retry(): void {
    void this.#observer.refetch();
  }

  /** Shows what is known now, without waiting to be told. */
  sync(): void {
    const { data, error } = this.#observer.getCurrentResult();
    this.error = error;
    if (data && data !== this.#answer) this.#take(data);
    if (!this.#paused) this.#follow();
  }

  /** Another view: its first rows take the place of what is shown as soon as they come. An older question is not waited for. */
  #look(view: ListView): void {
    if (sameView(view, this.view)) return;
    this.view = view;
    this.behind = true;
    this.#wanted = 0;
    this.#request = this.#around(0);
    this.#observer.setOptions(this.#options());
    this.sync();
  }

  /** Shows what was held back, unless other rows are wanted by now: then those, as soon as they come. */
  release(held: Snapshot): void {
    if (held.view === this.view && this.#around(this.#wanted).offset === held.offset) this.#show(held);
  }

  #take(data: Backlog): void {
    this.#answer = data;
    const next = { offset: this.#request.offset, total: data.total, rows: data.rows, view: this.view, fresh: this.behind };
    this.points = data.points;
    this.unestimated = data.unestimated;
    this.whole = data.whole;
    this.ready = true;
    this.behind = false;
    this.shown = this.view;
    if (this.#settle(next)) this.#show(next);
  }

  #show({ offset, total, rows }: Snapshot): void {
    this.offset = offset;
    this.total = total;
    this.rows = rows;
  }

  /** Asks for what is wanted by now, once the last window has come: a quick walk must not ask for all it passes. */
  #follow(): void {
    const request = this.#around(this.#wanted);
    if (request.offset === this.#request.offset || this.#observer.getCurrentResult().isLoading) return;
    this.#request = request;
    this.#observer.setOptions(this.#options());
    this.#paused = window.setTimeout(() => {
      this.#paused = 0;
      this.#follow();
    }, PACE_MS);
    this.sync();
  }

  #around(first: number): BacklogWindow {
    const offset = clamp(Math.floor((first - AHEAD) / STEP) * STEP, 0, Math.max(0, Math.floor(Math.max(0, this.total - 1) / STEP) * STEP));
    return { product: this.#product, ...asked(this.view), offset, limit: LIMIT };
  }

  #options() {
    return { ...asking("backlog.window", this.#request), gcTime: FORGOTTEN_MS } as never;
  }
}
