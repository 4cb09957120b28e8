import type { GoalOutcome, Id, MeasureWish, ProductGoal, RpcError } from "$lib/contract";
import { command, query } from "$lib/data";
import { parseFigure } from "$lib/figure";
import { session } from "$lib/session.svelte";

/** The Product Goal of a product: what is known of it, and what is being written about it. */
export class GoalState {
  answer;
  goal: ProductGoal | null = $derived.by(() => this.answer.data ?? null);
  /** A value about to be recorded. */
  typed = $state("");
  day = $state("");
  note = $state("");
  error = $state.raw<RpcError | null>(null);
  /** The dialog that is open. */
  asking = $state<"measure" | "end" | null>(null);
  value: number | null = $derived.by(() => {
    const read = parseFigure(this.typed);
    return read === "unreadable" ? null : read;
  });
  #product: () => Id;

  constructor(product: () => Id) {
    this.#product = product;
    this.answer = query("goal.get", () => ({ product: product() }));
    this.day = this.today;
  }

  /** The team's day, the last that something can be recorded for. */
  get today(): string {
    return session.today;
  }

  async record(): Promise<boolean> {
    if (this.value === null) return false;
    const request = { product: this.#product(), value: this.value, note: this.note, ...(this.day && this.day !== this.today && { day: this.day }) };
    const result = await command("goal.record", request, { ownErrors: true });
    this.error = result.ok ? null : result.error;
    if (result.ok) Object.assign(this, { typed: "", note: "", day: this.today });
    return result.ok;
  }

  async forget(measurement: Id): Promise<void> {
    await command("goal.deleteMeasurement", { measurement });
  }

  /** Says how it is measured, or with null not at all. Answers why not, when it cannot. */
  async measure(measure: MeasureWish | null): Promise<RpcError | null> {
    const result = await command("goal.setMeasure", { product: this.#product(), ...(measure && { measure }) }, { ownErrors: true });
    return result.ok ? null : result.error;
  }

  async end(outcome: GoalOutcome, words: string, next: string): Promise<RpcError | null> {
    const result = await command("goal.end", { product: this.#product(), outcome, words, ...(next.trim() && { next }) }, { ownErrors: true });
    return result.ok ? null : result.error;
  }

  async say(goal: string): Promise<RpcError | null> {
    const result = await command("product.edit", { product: this.#product(), goal }, { ownErrors: true });
    return result.ok ? null : result.error;
  }
}
