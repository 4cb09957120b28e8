/** What is typed, once the typing pauses: a question for each letter would only be in the way of the next. */
export class Settled {
  #current = $state("");

  /** Call it while a component (or a state class of one) is being set up. Nothing at all is followed at once. */
  constructor(source: () => string, pauseMs = 80) {
    this.#current = source();
    $effect(() => {
      const next = source();
      if (next.trim() === "") {
        this.#current = next;
        return;
      }
      const timer = window.setTimeout(() => (this.#current = next), pauseMs);
      return () => clearTimeout(timer);
    });
  }

  get current(): string {
    return this.#current;
  }
}
