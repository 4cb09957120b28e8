import type { PrivateCard, RpcError } from "$lib/contract";
import type { Result } from "$lib/data";
import { announce } from "$lib/announce";

/** Writing cards fast into one column: they are written in the order they were typed, one on the way at a time. */
export class Composer {
  text = $state("");
  error = $state.raw<RpcError | null>(null);
  /** On the way. */
  pending = $state.raw<{ key: number; text: string }[]>([]);
  #name: () => string;
  #send: (text: string) => Promise<Result<PrivateCard>>;
  #wrote: (card: PrivateCard) => void;
  #last: Promise<unknown> = Promise.resolve();
  #next = 1;

  constructor(name: () => string, send: (text: string) => Promise<Result<PrivateCard>>, wrote: (card: PrivateCard) => void) {
    this.#name = name;
    this.#send = send;
    this.#wrote = wrote;
  }

  /** What was taken back, before what has been begun since. */
  giveBack(text: string): void {
    this.text = this.text.trim() ? `${text}\n${this.text}` : text;
    this.error = null;
  }

  async add(): Promise<void> {
    const text = this.text;
    if (!text.trim()) return;
    const one = { key: this.#next++, text: text.trim() };
    this.text = "";
    this.error = null;
    this.pending = [...this.pending, one];
    const sent = this.#last.then(() => this.#send(text));
    this.#last = sent;
    const result = await sent;
    this.pending = this.pending.filter((other) => other.key !== one.key);
    if (result.ok) {
      this.#wrote(result.value);
      announce(`Added to ${this.#name()}`);
    } else {
      this.error = result.error;
      // What was typed meanwhile is worth more than what was refused.
      if (!this.text) this.text = text;
    }
  }
}
