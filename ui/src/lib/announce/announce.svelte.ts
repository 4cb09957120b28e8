/** What a screen reader says next. `LiveRegion` in the frame speaks it, politely. */
class Announcer {
  text = $state("");
  #turn = 0;

  say(text: string): void {
    // The same sentence twice in a row must be read twice; an invisible difference makes it news.
    this.#turn = 1 - this.#turn;
    this.text = this.#turn ? text : `${text}\u00a0`;
  }
}

export const announcer = new Announcer();

export function announce(text: string): void {
  announcer.say(text);
}
