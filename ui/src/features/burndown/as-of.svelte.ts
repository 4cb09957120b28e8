import type { Burndown, Id, Instant } from "$lib/contract";
import { query } from "$lib/data";
import { instant, shortDay } from "$lib/format";
import { stopsOf, step, type Stop } from "./stops";

/** A sprint's burndown, and the past instant it is looked at from. Null is now. */
export class AsOf {
  at = $state<Instant | null>(null);
  #now;
  #then;
  #timeZone: () => string;

  constructor(sprint: () => Id, timeZone: () => string) {
    this.#timeZone = timeZone;
    this.#now = query("sprint.burndown", () => ({ sprint: sprint() }));
    this.#then = query("sprint.burndown", () => (this.at === null ? null : { sprint: sprint(), asOf: this.at }), { keep: true });
  }

  get current(): Burndown | undefined {
    return this.#now.data;
  }

  /** What to draw: the past where one is chosen, once it is known. */
  get shown(): Burndown | undefined {
    return this.at === null ? this.#now.data : (this.#then.data ?? this.#now.data);
  }

  get error() {
    return this.#now.error ?? (this.at === null ? null : this.#then.error);
  }

  stops: Stop[] = $derived.by(() => {
    const burndown = this.#now.data;
    return burndown ? stopsOf(burndown, { day: shortDay, instant: (at) => instant(at, this.#timeZone()) }) : [];
  });

  /** Which stop it stands at; the last one is now. */
  index: number = $derived.by(() => {
    const found = this.stops.findIndex((stop) => stop.at === this.at);
    return this.at === null || found < 0 ? this.stops.length - 1 : found;
  });

  go(index: number): void {
    const stop = this.stops[Math.max(0, Math.min(index, this.stops.length - 1))];
    this.at = !stop || stop.kind === "now" ? null : stop.at;
  }

  step(delta: 1 | -1, kind: "day" | "event"): void {
    this.go(step(this.stops, this.index, delta, kind));
  }

  now(): void {
    this.at = null;
  }

  retry(): void {
    void this.#now.refetch();
    if (this.at !== null) void this.#then.refetch();
  }
}
