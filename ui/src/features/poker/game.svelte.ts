import { announce } from "$lib/announce";
import type { CommandName, Id, PokerCard, PokerRound, PokerSeat, PokerTable, Request, RpcError } from "$lib/contract";
import { client, command, query } from "$lib/data";
import { isPoints, nameOfCard, talk } from "./words";

/**
 * Where the table is: people gather, the screen goes to the next of them, that one chooses, all have chosen, the cards
 * are turned and talked about.
 */
export type Step = "gather" | "handOver" | "choose" | "turn" | "talk";

/** Planning Poker over one item. What is chosen lives here only until it is put down, and on screen no longer than that. */
export class Game {
  readonly item: Id;
  /** Who has the screen; null hands it to the next who has not chosen. */
  #seat = $state<Id | null>(null);
  #sitting = $state(false);
  /** The card with the focus: of whoever chooses, or the estimate to be set. */
  card = $state(0);
  busy = $state(false);
  error = $state.raw<RpcError | null>(null);
  #answer;
  #nameOf: (person: Id) => string;

  constructor(item: Id, nameOf: (person: Id) => string) {
    this.item = item;
    this.#nameOf = nameOf;
    this.#answer = query("poker.get", () => ({ item }));
  }

  table: PokerTable | null = $derived.by(() => this.#answer.data ?? null);
  failure: RpcError | null = $derived.by(() => this.#answer.error);
  cards: readonly PokerCard[] = $derived(this.table?.cards ?? []);
  /** The round that is played; none before it is opened and after it has ended. */
  round: PokerRound | null = $derived.by(() => {
    const latest = this.table?.rounds[0];
    return latest && latest.accepted === null ? latest : null;
  });
  number: number = $derived(this.round?.number ?? (this.table?.rounds[0]?.number ?? 0) + 1);
  seats: readonly PokerSeat[] = $derived(this.round?.seats ?? []);
  waiting: readonly Id[] = $derived(this.seats.filter(({ chosen }) => !chosen).map(({ person }) => person));
  chosen: number = $derived(this.seats.length - this.waiting.length);
  /** Who has the screen, or gets it. */
  current: Id | null = $derived.by(() => {
    if (!this.round || this.round.revealedAt) return null;
    return this.seats.some(({ person }) => person === this.#seat) ? this.#seat : (this.waiting[0] ?? null);
  });
  step: Step = $derived.by(() => {
    if (!this.round) return "gather";
    if (this.round.revealedAt) return "talk";
    if (this.current === null) return "turn";
    return this.#sitting ? "choose" : "handOver";
  });

  /** Begins with these people. */
  async open(people: readonly Id[]): Promise<boolean> {
    this.#rise();
    return this.#run("poker.open", { item: this.item, people: [...people] });
  }

  /** Another round with the same people; the one that was is kept. */
  async again(): Promise<void> {
    this.#rise();
    if (this.step === "talk") await this.#run("poker.open", { item: this.item });
  }

  /** Turns the screen to somebody, be it to choose again. */
  turnTo(person: Id): void {
    if (this.round?.revealedAt) return;
    this.#seat = person;
    this.#sitting = false;
    this.error = null;
  }

  /** The person is there. */
  sit(): void {
    this.#seat = this.current;
    this.#sitting = this.#seat !== null;
    this.card = 0;
    this.error = null;
  }

  /** Gives the screen back without having chosen. */
  rise(): void {
    this.#rise();
  }

  #rise(): void {
    this.#seat = null;
    this.#sitting = false;
    this.card = 0;
    this.error = null;
  }

  /** Puts a card down: from here on nobody sees it until all are turned. */
  async choose(at: number): Promise<void> {
    const [round, person, card] = [this.round, this.current, this.cards[at]];
    if (this.busy || this.step !== "choose" || !round || !person || !card) return;
    if (await this.#run("poker.vote", { round: round.id, person, card })) {
      this.#rise();
      announce(this.current ? `${this.#nameOf(person)} has chosen. Turn the screen to ${this.#nameOf(this.current)}.` : "Everybody has chosen.");
    }
  }

  /** Turns all cards; without those who have not chosen when `early`. */
  async reveal(early = false): Promise<void> {
    if (!this.round || !(await this.#run("poker.reveal", { round: this.round.id, ...(early && { early }) }))) return;
    this.card = Math.max(0, this.cards.findIndex((card) => isPoints(card) && card.points === this.round?.outcome?.proposed));
    const cards = this.seats.flatMap(({ person, card }) => (card ? [`${this.#nameOf(person)} ${nameOfCard(card)}`] : []));
    const outcome = this.round?.outcome;
    announce(`${cards.join(", ")}. ${outcome ? talk(outcome, this.#nameOf).join(" ") : ""}`);
  }

  /** The estimate that would be set. */
  get estimate(): number | null {
    const card = this.cards[this.card];
    return card && isPoints(card) ? card.points : null;
  }

  /** Points at the estimate that follows from the cards; for a table that was left with its cards turned. */
  propose(): void {
    const proposed = this.round?.outcome?.proposed ?? null;
    const at = this.cards.findIndex((card) => isPoints(card) && card.points === proposed);
    this.card = Math.max(0, at);
  }

  /** Sets the estimate. Answers whether it is set. */
  async accept(): Promise<boolean> {
    const [round, estimate] = [this.round, this.estimate];
    if (!round || estimate === null || this.step !== "talk") return false;
    return this.#run("poker.accept", { round: round.id, estimate }, false);
  }

  /** Who takes part, in a round that is open. */
  async seat(people: readonly Id[]): Promise<void> {
    if (this.round) await this.#run("poker.seat", { round: this.round.id, people: [...people] });
  }

  /** Calls the round off. */
  async clear(): Promise<boolean> {
    const round = this.round;
    this.#rise();
    return round !== null && this.#run("poker.clear", { round: round.id }, false);
  }

  retry(): void {
    void this.#answer.refetch();
  }

  /** What the host answers stands at once: the next person must not be asked for a card twice. */
  async #run<N extends Extract<CommandName, `poker.${string}`>>(name: N, request: Request<N>, quiet = true): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const result = await command(name, request, { quiet, ownErrors: true });
    this.busy = false;
    this.error = result.ok ? null : result.error;
    if (result.ok) client.setQueryData(["poker.get", { item: this.item }], result.value);
    return result.ok;
  }
}
