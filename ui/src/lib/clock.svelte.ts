import type { Instant } from "./contract";

/**
 * The window's clock. It follows the host's, which says what day it is when something is recorded, and runs on by
 * itself between two of its answers. What is derived from it is told anew with each: a window left open overnight
 * knows of the new day.
 */
class Clock {
  /** How far the host's clock is ahead of the machine's, in milliseconds. */
  #ahead = 0;
  #told = $state<Instant | null>(null);

  /** What the host's clock showed just now. Said once more, it is old. */
  follow(told: Instant): void {
    if (told === this.#told) return;
    this.#ahead = Date.parse(told) - Date.now();
    this.#told = told;
  }

  now(): Date {
    void this.#told;
    return new Date(Date.now() + this.#ahead);
  }
}

export const clock = new Clock();
