import { announce } from "../announce";

export type Spot = { line: number; index: number };
export type LiftOptions<K> = {
  /** How many things stand in each line: one number for a list, one per column for a board. */
  lines: () => number[];
  /** Said after each step: "HBR-221, rank 10 of 21". */
  say: (key: K, to: Spot, of: number) => string;
  onDrop: (key: K, to: Spot, from: Spot) => void;
  /** The line beside one, where that is not simply the next; null stays. */
  beside?: (line: number, delta: number) => number | null;
  /** Where it goes from the first or last place of a line; null stays. */
  beyond?: (line: number, delta: number) => Spot | null;
};

/**
 * Moving by keyboard: lift, arrows, drop or put back. Holds where the thing would go; nothing is changed until it is
 * dropped. The room draws the thing at `to`. Indexes count from 0.
 */
export class Lift<K> {
  key = $state.raw<K | null>(null);
  from = $state.raw<Spot>({ line: 0, index: 0 });
  to = $state.raw<Spot>({ line: 0, index: 0 });
  #options: LiftOptions<K>;

  constructor(options: LiftOptions<K>) {
    this.#options = options;
  }

  get active(): boolean {
    return this.key !== null;
  }

  lift(key: K, index: number, line = 0): void {
    this.key = key;
    this.from = this.to = { line, index };
    this.#say("Lifted. ");
  }

  /** Along its line, stopping at the ends. */
  move(delta: number): void {
    const index = this.to.index + delta;
    const past = index < 0 || index > this.#last(this.to.line);
    this.#go((past && this.#options.beyond?.(this.to.line, Math.sign(delta))) || { line: this.to.line, index });
  }

  /** To a neighbouring line, keeping the height as far as that line reaches. */
  shift(delta: number): void {
    const line = this.#options.beside ? this.#options.beside(this.to.line, delta) : this.to.line + delta;
    if (line !== null && line >= 0 && line < this.#options.lines().length) this.#go({ line, index: this.to.index });
  }

  home(): void {
    this.#go({ line: this.to.line, index: 0 });
  }

  end(): void {
    this.#go({ line: this.to.line, index: Infinity });
  }

  drop(): void {
    if (this.key === null) return;
    const { key, to, from } = this;
    this.#say("Dropped. ");
    this.key = null;
    if (to.line !== from.line || to.index !== from.index) this.#options.onDrop(key, to, from);
  }

  cancel(): void {
    if (this.key === null) return;
    this.to = this.from;
    this.#say("Put back. ");
    this.key = null;
  }

  /** Handles the keys of a lifted thing. Returns whether the key was taken. */
  keydown(event: KeyboardEvent): boolean {
    if (!this.active || event.ctrlKey || event.metaKey || event.altKey) return false;
    const steps: Record<string, () => void> = {
      ArrowUp: () => this.move(-1), ArrowDown: () => this.move(1),
      ArrowLeft: () => this.shift(-1), ArrowRight: () => this.shift(1),
      PageUp: () => this.move(-10), PageDown: () => this.move(10),
      Home: () => this.home(), End: () => this.end(),
      " ": () => this.drop(), Enter: () => this.drop(), Escape: () => this.cancel(),
    };
    const step = steps[event.key];
    if (!step) return false;
    event.preventDefault();
    event.stopPropagation();
    step();
    return true;
  }

  #go(spot: Spot): void {
    if (this.key === null) return;
    this.to = { line: spot.line, index: Math.max(0, Math.min(spot.index, this.#last(spot.line))) };
    this.#say("");
  }

  /** In another line than its own there is one place more. */
  #last(line: number): number {
    const standing = this.#options.lines()[line] ?? 0;
    return line === this.from.line ? standing - 1 : standing;
  }

  #say(word: string): void {
    if (this.key !== null) announce(word + this.#options.say(this.key, this.to, this.#last(this.to.line) + 1));
  }
}
