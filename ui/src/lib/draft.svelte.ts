import { store, stored } from "./stored";

type Kept = { text: string; base: string };

/**
 * A text under way. What is written and not saved is kept outside the workspace until it is saved or let go, so that a
 * panel or a window closed over it loses nothing.
 */
export class Draft {
  /** Being written now. */
  open = $state(false);
  #kept = $state.raw<Kept | null>(null);
  #key: string;
  #stands: () => string;

  /** `stands` is what is saved now; a new text stands on nothing. */
  constructor(key: string, stands: () => string = () => "") {
    this.#key = `draft.${key}`;
    this.#stands = stands;
    this.#kept = read(stored(this.#key));
  }

  get text(): string {
    return this.#kept?.text ?? this.#stands();
  }

  set text(text: string) {
    const base = this.#kept?.base ?? this.#stands();
    this.#keep(text.trim() === base.trim() ? null : { text, base });
  }

  /** There is something to save. */
  get changed(): boolean {
    return this.#kept !== null && this.#kept.text.trim() !== this.#stands().trim();
  }

  /** Something was begun and is lying there. */
  get waiting(): boolean {
    return !this.open && this.changed;
  }

  /** What it began from is no longer what stands: saving would write over what somebody else wrote. */
  get overtaken(): boolean {
    return this.changed && this.#kept?.base !== this.#stands();
  }

  /** Saved or thrown away. Answers what was thrown away, to bring it back. */
  clear(): string {
    const { text } = this;
    this.#keep(null);
    this.open = false;
    return text;
  }

  #keep(kept: Kept | null): void {
    this.#kept = kept;
    store(this.#key, kept && JSON.stringify(kept));
  }
}

function read(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    return typeof kept.text === "string" && typeof kept.base === "string" ? { text: kept.text, base: kept.base } : null;
  } catch {
    return null; // not ours, or cut short
  }
}
