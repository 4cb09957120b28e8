import { onDestroy, tick, untrack } from "svelte";
import type { RpcError } from "./contract";

type Options = {
  value: () => string;
  onsave: (text: string) => Promise<RpcError | null>;
  /** Enter is a new line, unless Ctrl goes with it. */
  lines?: () => boolean;
  /** Where the keyboard goes on when the field is done with. To what holds the text when there is none. */
  onleave?: () => (() => void) | undefined;
};

/**
 * What is typed into a text that is its own field. Leaving it saves, and so does Enter, which then leaves the field for
 * what holds it: keys are keys again there, and Ctrl Z takes back what was saved, not what was typed. Escape puts it
 * back, and leaves where there is nothing to put back. What was refused stays, with the reason. Made by a component.
 */
export class InlineDraft {
  /** What is kept. Told anew in the same words, it does not overwrite what is typed. */
  #stands: string = $derived.by(() => this.#options.value());
  #typed = $state<string | null>(null);
  error = $state.raw<RpcError | null>(null);
  /** What holds the field. */
  place = $state<HTMLElement | null>(null);
  #options: Options;
  #saving = false;
  /** Kept, and not yet come back as the value: leaving the field must not keep it twice. */
  #kept: string | null = null;
  #gone = false;

  constructor(options: Options) {
    this.#options = options;
    $effect(() => {
      void this.#stands;
      this.#kept = null;
      // Somebody else wrote it; but not while it is being kept, nor when it goes back because that was refused.
      if (!this.#saving && !untrack(() => this.error)) this.#typed = null;
    });
    onDestroy(() => (this.#gone = true));
  }

  get text(): string {
    return this.#typed ?? this.#stands;
  }

  set text(text: string) {
    this.#typed = text;
  }

  /** A field that is taken away loses the focus too, a moment before it is known to be gone; nothing is saved then. */
  onblur = () => queueMicrotask(() => void this.#save());

  onkeydown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (!this.#options.lines?.() || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      // Whoever has gone on meanwhile is not called back.
      void this.#save().then(() => this.error || !this.place?.contains(document.activeElement) || this.#leave());
    }
    if (event.key === "Escape") this.#escape(event);
  };

  #escape(event: KeyboardEvent): void {
    const untouched = this.text === this.#stands && !this.error;
    if (untouched && !this.#options.onleave?.()) return this.#leave(); // what holds it may close as well
    event.preventDefault();
    event.stopPropagation();
    if (untouched) return this.#leave();
    this.#typed = null;
    this.error = null;
    const field = event.currentTarget as HTMLInputElement | HTMLTextAreaElement;
    void tick().then(() => field.select());
  }

  #leave(): void {
    const leave = this.#options.onleave?.();
    if (leave) leave();
    else this.place?.focus();
  }

  async #save(): Promise<void> {
    if (this.#gone || this.#saving || this.text === this.#kept || this.text.trim() === this.#stands.trim()) return;
    this.#saving = true;
    const { text } = this;
    const before = this.#stands;
    this.error = await this.#options.onsave(text);
    this.#saving = false;
    if (this.error) return;
    if (this.#stands === before) this.#kept = text;
    else this.#typed = null;
  }
}
