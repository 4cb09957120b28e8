import type { Day, Id, PersonAvailability, RpcError } from "$lib/contract";
import { command, query } from "$lib/data";

/** When one person works, and how much for a product. */
export class PersonDays {
  firstDay = $state<Day | "">("");
  lastDay = $state<Day | "">("");
  note = $state("");
  error = $state.raw<RpcError | null>(null);
  #answer;
  #product: Id;
  #person: () => Id;
  known: PersonAvailability | null = $derived.by(() => this.#answer.data?.people.find(({ person }) => person === this.#person()) ?? null);

  constructor(product: Id, person: () => Id) {
    this.#product = product;
    this.#person = person;
    this.#answer = query("team.availability", () => ({ product }));
  }

  /** Null brings the usual hours back. */
  async focus(hours: number | null): Promise<RpcError | null> {
    const result = await command("focusHours.set", { product: this.#product, person: this.#person(), ...(hours !== null && { hours }) }, { ownErrors: true });
    return result.ok ? null : result.error;
  }

  async add(): Promise<boolean> {
    if (this.firstDay === "") return false;
    const request = { person: this.#person(), firstDay: this.firstDay, ...(this.lastDay && { lastDay: this.lastDay }), note: this.note };
    const result = await command("daysOff.add", request, { ownErrors: true });
    this.error = result.ok ? null : result.error;
    if (result.ok) this.firstDay = this.lastDay = this.note = "";
    return result.ok;
  }

  async remove(daysOff: Id): Promise<void> {
    await command("daysOff.remove", { daysOff });
  }
}
