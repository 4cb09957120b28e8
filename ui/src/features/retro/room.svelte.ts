import { tick } from "svelte";
import type { Id, Improvement, Request, RetroPhase, Retro, ReviewAnswer, RpcError } from "$lib/contract";
import { announce } from "$lib/announce";
import { command, query, undo, type Result } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { setState } from "$features/improvement/acts";
import { Settling } from "$features/improvement/settling.svelte";
import { Register } from "$features/improvement/register.svelte";
import { change } from "./cards";
import { hidden, PHASES, placeOf } from "./phases";
import { Turn } from "./turn.svelte";
import type { Unit } from "./units";

const WIDE = "(min-width: 1200px)";

/** The room of the retrospective: the open one, a past one by its address, or the list of them. */
export class RetroRoom {
  register = new Register();
  // State, because the queries below look at it before the constructor has set it.
  #params = $state.raw<() => string[]>(() => []);
  list = query("retro.list", () => (session.product ? { product: session.product.id } : null));
  rows = $derived(this.list.data?.retros ?? []);
  running = $derived(this.rows.find((row) => row.state === "open") ?? null);
  id: Id | null = $derived.by(() => this.#params()[0] ?? this.running?.id ?? null);
  retro = query("retro.get", () => (this.id ? { retro: this.id } : null), { keep: true });
  turn = new Turn(() => this.retro.data ?? null);

  /** What is decided, beside the board; in a narrow window it lies over it, so there it is opened by hand. */
  panel = $state(false);
  #shown = $state<Id | null>(null);
  improvements = $derived(this.retro.data?.improvements ?? []);
  shown: Improvement | null = $derived(this.improvements.find((entry) => entry.id === this.#shown) ?? this.improvements.at(-1) ?? null);

  starting = $state(false);
  proposing = $state(false);
  closing = $state(false);
  settling = new Settling(() => void this.#head());
  choosingState = $state(false);
  /** What somebody has begun and would be passed over by going on. */
  passing = $state.raw<{ who: string[]; label: string; run: () => void } | null>(null);

  /** What is private in this phase and can be shown: "5 cards". */
  hidden: string | null = $derived(this.retro.data?.state === "open" ? hidden(this.retro.data) : null);
  /** Whether the votes wait to be counted. */
  uncounted = $derived(this.retro.data?.phase === "vote" && !this.retro.data.counted && this.retro.data.columns.some((column) => column.cards.length > 0));

  /** `params` follow the address: a retrospective, and a card of it. */
  constructor(params: () => string[]) {
    this.#params = params;
  }

  /** Whether the panel stands beside the board. */
  get wide(): boolean {
    return window.matchMedia(WIDE).matches;
  }

  async start(how: Omit<Request<"retro.start">, "product">): Promise<RpcError | null> {
    const product = session.product;
    if (!product) return null;
    const result = await change("retro.start", { product: product.id, ...how }, { ownErrors: true, quiet: true });
    if (!result.ok) return result.error;
    this.turn.fresh();
    wentOn(result);
    router.go("retrospective");
    void this.#first(result.value);
    return null;
  }

  /** To the next phase, or to the one before. What is private is shown first, and votes are counted. */
  async step(delta: 1 | -1): Promise<void> {
    const retro = this.retro.data;
    if (retro?.state !== "open") return;
    if (delta > 0 && (this.hidden || this.uncounted)) return this.reveal();
    const to = PHASES[placeOf(retro.phase) + delta];
    if (to) await this.go(to.value);
  }

  /** Whether somebody has begun something that would be passed over, and it was said. */
  #passes(label: string, run: () => void): boolean {
    const who = this.turn.begun();
    this.passing = who.length ? { who, label, run } : null;
    return who.length > 0;
  }

  /** `sure` when it was said what is passed over. */
  async go(phase: RetroPhase, sure = false): Promise<void> {
    const retro = this.id;
    if (!retro) return;
    const from = this.retro.data?.phase ?? phase;
    // Late cards are written while cards are grouped.
    const on = placeOf(phase) > placeOf(from) && !(from === "gather" && phase === "group");
    if (on && !sure && this.#passes("Go on", () => void this.go(phase, true))) return;
    const result = await change("retro.go", { retro, phase }, { ownErrors: true, quiet: true });
    if (!result.ok) {
      // Something was said this instant: the window had not heard of it yet.
      if (["retro_still_private", "retro_not_counted"].includes(result.error.code) && phase === PHASES[placeOf(this.retro.data?.phase ?? phase) + 1]?.value) return this.reveal(sure);
      return toasts.error(result.error);
    }
    this.turn.fresh();
    wentOn(result);
    if (phase === "decide" && this.wide) this.panel = true;
    const one = PHASES[placeOf(phase)]!;
    announce(`${one.label}. ${one.purpose(result.value)}`);
    await this.#first(result.value);
  }

  /** Shows what is private, or ends the voting. `sure` when it was said what is passed over. */
  async reveal(sure = false): Promise<void> {
    const retro = this.id;
    const phase = this.retro.data?.phase;
    if (!retro || !phase) return;
    const votes = this.uncounted;
    if (!sure && this.#passes(votes ? "End the voting" : `Show ${this.hidden ?? "it"}`, () => void this.reveal(true))) return;
    const result = await change("retro.reveal", { retro });
    if (!result.ok) return;
    this.turn.shown(phase);
    announce(votes ? "The votes are counted" : "Shown to everybody");
    await tick();
    // The turns are over: the screen can go back to who held it.
    document.querySelector<HTMLElement>("[data-back]")?.focus();
  }

  /** One step from a card or a group to an improvement; the host keeps the link. The keyboard stays where it is. */
  async improve(unit: Pick<Unit, "title" | "group" | "cards">): Promise<void> {
    const product = session.product;
    const card = unit.cards[0];
    if (!product || !card) return;
    const opportunity = unit.group ? unit.title : undefined;
    const result = await command("improvement.propose", { product: product.id, card: card.id, opportunity });
    if (!result.ok) return;
    this.#shown = result.value.id;
    if (this.wide) this.panel = true;
    announce(`Now the improvement ${result.value.key}`);
  }

  show(entry: Id): void {
    this.#shown = entry;
    this.panel = true;
  }

  turnTo(delta: 1 | -1): void | false {
    const next = this.improvements[this.improvements.findIndex((entry) => entry.id === this.shown?.id) + delta];
    if (!this.panel || !next) return false;
    this.#shown = next.id;
  }

  /** Answers about an improvement that is due. */
  answer(entry: Improvement, answer: ReviewAnswer, outcome: string): Promise<Result<Improvement>> {
    if (answer === "carryOn") return command("improvement.carryOn", { improvement: entry.id });
    return setState(entry.id, answer, outcome, true);
  }

  /** Ends it. It stays on show, as it can be read from now on. */
  async close(none: boolean, noneReason: string): Promise<Result<unknown>> {
    const retro = this.id;
    const request = { retro: retro ?? "", none: none || undefined, noneReason: none ? noneReason : undefined };
    const close = () => command("retro.close", request, { ownErrors: true });
    let result: Result<unknown> = await close();
    // Nothing else stands against it: what is private is shown, and it ends.
    if (!result.ok && result.error.code === "retro_still_private" && retro) {
      const shown = await command("retro.reveal", { retro }, { ownErrors: true, quiet: true });
      result = shown.ok ? await close() : shown;
    }
    if (result.ok && retro) {
      this.turn.closed();
      this.closing = false;
      this.panel = false;
      router.go("retrospective", retro);
      void this.#head();
    }
    return result;
  }

  /** To what a phase begins with, once it is on show; to the head where it begins with nothing. */
  async #first(of: Retro): Promise<void> {
    const shown = () => this.retro.data?.id === of.id && this.retro.data.phase === of.phase && !this.starting;
    for (let tries = 0; tries < 40 && !shown(); tries++) await new Promise((done) => setTimeout(done, 50));
    // A dialog that closes gives the focus back first.
    await new Promise((done) => setTimeout(done));
    await tick();
    const first = document.querySelector<HTMLElement>("[data-first]") ?? document.querySelector<HTMLElement>("[data-unit]");
    if (first) first.focus();
    else await this.#head();
  }

  /** After the room has changed its face the keyboard begins at its head. */
  async #head(): Promise<void> {
    await tick();
    document.querySelector<HTMLElement>("main h1")?.focus();
  }
}

/** Says that another phase began, with its undo by button alone: Ctrl Z in a turn is for what is one's own. */
function wentOn(result: Result<unknown>): void {
  const action = result.ok ? result.action : null;
  if (action) toasts.done(action.label, { action: { label: "Undo", run: () => void undo(action.id) } });
}
