export type Option<T> = { value: T; label: string };
export type Entry<T> = Option<T> | { create: string };

/** Narrowing a list by typing, and going through what is left with the arrows. */
export class PickerState<T> {
  typed = $state("");
  #at = $state(0);
  #options: () => readonly Option<T>[];
  #creates: () => boolean;

  /** What is offered: those that begin with what is typed first, then those that hold it, then making it anew. */
  entries: Entry<T>[] = $derived.by(() => {
    const wanted = fold(this.typed);
    const options = this.#options();
    if (!wanted) return [...options];
    const begin = options.filter(({ label }) => fold(label).startsWith(wanted));
    const hold = options.filter(({ label }) => !fold(label).startsWith(wanted) && fold(label).includes(wanted));
    const known = options.some(({ label }) => fold(label) === wanted);
    return [...begin, ...hold, ...(this.#creates() && !known ? [{ create: this.typed.trim() }] : [])];
  });
  at = $derived(Math.min(this.#at, Math.max(0, this.entries.length - 1)));

  constructor(options: () => readonly Option<T>[], creates: () => boolean) {
    this.#options = options;
    this.#creates = creates;
  }

  get current(): Entry<T> | null {
    return this.entries[this.at] ?? null;
  }

  begin(at = 0): void {
    this.typed = "";
    this.#at = Math.max(0, at);
  }

  type(text: string): void {
    this.typed = text;
    this.#at = 0;
  }

  /** Round and round. */
  step(delta: number): void {
    const count = this.entries.length;
    if (count > 0) this.#at = (this.at + delta + count) % count;
  }
}

function fold(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
