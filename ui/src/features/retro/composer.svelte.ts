import type { Id, RetroCard, RpcError } from "$lib/contract";
import { announce } from "$lib/announce";
import { addCard } from "./cards";

export type Pending = { key: string; text: string; id: Id | null };

/** Writing cards fast into one column: each shows at once, and they are written in the order they were typed. */
export class Composer {
  text = $state("");
  error = $state.raw<RpcError | null>(null);
  /** Written by hand, not yet in the answer. */
  pending = $state.raw<Pending[]>([]);
  #name: () => string;
  #send: (text: string) => ReturnType<typeof addCard>;
  #last: Promise<unknown> = Promise.resolve();
  #next = 1;

  constructor(name: () => string, send: (text: string) => ReturnType<typeof addCard>) {
    this.#name = name;
    this.#send = send;
  }

  /** What of it is not among the cards that the host knows. */
  waiting(known: readonly RetroCard[]): Pending[] {
    return this.pending.filter((one) => !known.some((card) => card.id === one.id));
  }

  async add(): Promise<void> {
    const text = this.text;
    if (!text.trim()) return;
    const one: Pending = { key: `new-${this.#next++}`, text: text.trim(), id: null };
    this.text = "";
    this.error = null;
    this.pending = [...this.pending, one];
    // One after the other: cards stand in the order in which they were written.
    const sent = this.#last.then(() => this.#send(text));
    this.#last = sent;
    const result = await sent;
    if (result.ok) {
      // Kept until the answer shows it, so that it does not blink.
      this.pending = this.pending.map((other) => (other.key === one.key ? { ...one, id: result.value.id } : other));
      announce(`Added to ${this.#name()}`);
    } else {
      this.pending = this.pending.filter((other) => other.key !== one.key);
      this.error = result.error;
      // What was typed meanwhile is worth more than what was refused.
      if (!this.text) this.text = text;
    }
  }

  /** Forgets what the host has shown by now. */
  settle(known: readonly RetroCard[]): void {
    const left = this.waiting(known);
    if (left.length !== this.pending.length) this.pending = left;
  }
}
