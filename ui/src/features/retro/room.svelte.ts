import { tick } from "svelte";
import type { Id, Improvement, ReviewAnswer } from "$lib/contract";
import { announce } from "$lib/announce";
import { command, query, type Result } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { setState } from "$features/improvement/acts";
import { Settling } from "$features/improvement/settling.svelte";
import { Register } from "$features/improvement/register.svelte";

const WIDE = "(min-width: 1200px)";

/** The room of the retrospective: the open one, a past one by its address, or the list of them. */
export class RetroRoom {
  register = new Register();
  // State, because the queries below look at it before the constructor has set it.
  #params = $state.raw<() => string[]>(() => []);
  list = query("retro.list", () => (session.product ? { product: session.product.id } : null));
  rows = $derived(this.list.data?.retros ?? []);
  subjects = $derived(this.list.data?.subjects ?? []);
  running = $derived(this.rows.find((row) => row.state === "open") ?? null);
  id: Id | null = $derived.by(() => this.#params()[0] ?? this.running?.id ?? null);
  retro = query("retro.get", () => (this.id ? { retro: this.id } : null), { keep: true });

  /** What is decided, beside the board; in a narrow window it lies over it, so there it is opened by hand. */
  panel = $state(window.matchMedia(WIDE).matches);
  #shown = $state<Id | null>(null);
  improvements = $derived(this.retro.data?.improvements ?? []);
  shown: Improvement | null = $derived(this.improvements.find((entry) => entry.id === this.#shown) ?? this.improvements.at(-1) ?? null);

  /** The one that was started here and now: its board takes the keyboard to the first field. */
  begun: Id | null = null;
  proposing = $state(false);
  closing = $state(false);
  settling = new Settling(() => void this.#head());
  choosingState = $state(false);

  /** `params` follow the address: a retrospective, and a card of it. */
  constructor(params: () => string[]) {
    this.#params = params;
  }

  /** Whether the panel stands beside the board. */
  get wide(): boolean {
    return window.matchMedia(WIDE).matches;
  }

  async start(sprint: Id | null): Promise<void> {
    const product = session.product;
    if (!product) return;
    const result = await command("retro.start", { product: product.id, sprint: sprint ?? undefined });
    if (!result.ok) return;
    this.begun = result.value.id;
    router.go("retrospective");
    await this.#head();
  }

  /** One step from a card to an improvement; the host keeps the link. The keyboard stays on the card. */
  async improve(card: Id): Promise<void> {
    const product = session.product;
    if (!product) return;
    const result = await command("improvement.propose", { product: product.id, card });
    if (!result.ok) return;
    this.#shown = result.value.id;
    if (this.wide) this.panel = true;
    announce(`The card is now the improvement ${result.value.key}`);
  }

  show(entry: Id): void {
    this.#shown = entry;
    this.panel = true;
  }

  turn(delta: 1 | -1): void | false {
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
    const result = await command("retro.close", request, { ownErrors: true });
    if (result.ok && retro) {
      this.closing = false;
      router.go("retrospective", retro);
      void this.#head();
    }
    return result;
  }

  /** After the room has changed its face the keyboard begins at its head. */
  async #head(): Promise<void> {
    await tick();
    document.querySelector<HTMLElement>("main h1")?.focus();
  }
}
