import type { Day, RpcError, Sprint } from "$lib/contract";
import { ask, command } from "$lib/data";
import { fieldOf, inWords, type SprintField } from "./refusals";

/** A sprint being planned: what is proposed, until somebody says otherwise. */
export class PlanSprint {
  name = $state("");
  goal = $state("");
  startDay = $state<Day | "">("");
  endDay = $state<Day | "">("");
  error = $state.raw<RpcError | null>(null);
  busy = $state(false);
  /** Set once somebody chose a last day; from then on it does not follow the first. */
  #endChosen = false;
  #product: string;

  constructor(product: string) {
    this.#product = product;
    void this.#propose();
  }

  errorAt(field: SprintField): string | undefined {
    return this.error && fieldOf(this.error) === field ? inWords(this.error) : undefined;
  }

  /** A refusal that belongs to no field. */
  get otherError(): RpcError | null {
    return this.error && fieldOf(this.error) === null ? this.error : null;
  }

  startChanged(): void {
    if (this.startDay && !this.#endChosen) void this.#propose(this.startDay);
  }

  endChanged(): void {
    this.#endChosen = this.endDay !== "";
  }

  /** Plans it. Null when it was refused; the reason is then in `error`. */
  async plan(): Promise<Sprint | null> {
    if (this.busy) return null;
    this.busy = true;
    const result = await command("sprint.create", {
      product: this.#product,
      name: this.name,
      goal: this.goal,
      ...(this.startDay ? { startDay: this.startDay } : {}),
      ...(this.endDay ? { endDay: this.endDay } : {}),
    }, { ownErrors: true });
    this.busy = false;
    this.error = result.ok ? null : result.error;
    return result.ok ? result.value : null;
  }

  async #propose(startDay?: Day): Promise<void> {
    try {
      const proposed = await ask("sprint.propose", { product: this.#product, ...(startDay ? { startDay } : {}) });
      if (!startDay) {
        this.name ||= proposed.name;
        this.startDay ||= proposed.startDay;
      }
      if (!this.#endChosen && (!startDay || startDay === this.startDay)) this.endDay = proposed.endDay;
    } catch (cause) {
      this.error = cause as RpcError;
    }
  }
}
