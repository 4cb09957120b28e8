import type { Id, RpcError } from "$lib/contract";
import { command } from "$lib/data";
import { parseFigure } from "$lib/figure";
import { session } from "$lib/session.svelte";

/** A value about to be recorded for an entry that is measured by hand. */
export class Recording {
  typed = $state("");
  day = $state("");
  note = $state("");
  error = $state.raw<RpcError | null>(null);
  #improvement: Id;
  value: number | null = $derived.by(() => {
    const read = parseFigure(this.typed);
    return read === "unreadable" ? null : read;
  });

  constructor(improvement: Id) {
    this.#improvement = improvement;
    this.day = this.today;
  }

  /** The team's day, the last that something can be recorded for. */
  get today(): string {
    return session.today;
  }

  /** The day is still to come. */
  get ahead(): boolean {
    return this.day > this.today;
  }

  async record(): Promise<boolean> {
    if (this.value === null || this.ahead) return false;
    const request = { improvement: this.#improvement, value: this.value, note: this.note, ...(this.day && this.day !== this.today && { day: this.day }) };
    const result = await command("improvement.record", request, { ownErrors: true });
    this.error = result.ok ? null : result.error;
    if (result.ok) Object.assign(this, { typed: "", note: "", day: this.today });
    return result.ok;
  }
}

/** Takes a recorded value away. */
export async function forget(measurement: Id): Promise<void> {
  await command("improvement.deleteMeasurement", { measurement });
}
