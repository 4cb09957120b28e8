import type { Timer } from "$lib/contract";
import { query } from "$lib/data";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { pulse } from "./pulse.svelte";

/** An end this long ago is told to whoever opens the window; an older one only to whoever saw it running. */
const RECENT_MS = 60_000;

/** Says in the window, whichever room is open, that a timer has ended. The shell tells it by the system as well. */
export class TimerEnds {
  #answer = query("timer.running", () => (session.product ? { product: session.product.id } : null));
  #timers: Timer[] = $derived.by(() => this.#answer.data?.timers ?? []);
  /** Ends to come that this window has seen, and those it has told. An extension makes another end. */
  #awaited = [] as string[];
  #told = [] as string[];

  /** Call it while a component is being set up. */
  constructor() {
    $effect(() => (this.#timers.length > 0 ? pulse.watch() : undefined));
    $effect(() => {
      const since = Math.max(0, pulse.at - this.#answer.dataUpdatedAt);
      for (const timer of this.#timers) this.#look(timer, timer.leftMs - since);
    });
  }

  #look(timer: Timer, leftMs: number): void {
    const end = `${timer.id} ${timer.lengthSeconds}`;
    if (leftMs > 0) {
      if (!this.#awaited.includes(end)) this.#awaited.push(end);
      return;
    }
    if (this.#told.includes(end) || (!this.#awaited.includes(end) && leftMs < -RECENT_MS)) return;
    this.#told.push(end);
    toasts.warn(`${timer.label}: ${timer.endSays.charAt(0).toLowerCase()}${timer.endSays.slice(1)}`);
  }
}
