import type { Improvement, ImprovementState } from "$lib/contract";
import { setState } from "./acts";

/** Moving entries on. A step that settles one first asks for the outcome; `SettleDialog` does the asking. */
export class Settling {
  asked = $state.raw<{ entry: Improvement; to: ImprovementState } | null>(null);
  #asker: Element | null = null;
  #elsewhere: (entry: Improvement) => void;
  #last: Improvement | null = null;

  /** `elsewhere` takes the focus after the question, when what had it before is gone. */
  constructor(elsewhere: (entry: Improvement) => void) {
    this.#elsewhere = elsewhere;
  }

  async move(entry: Improvement, to: ImprovementState): Promise<void> {
    if (entry.next.find((step) => step.state === to)?.settles) {
      this.#asker = document.activeElement;
      this.#last = entry;
      this.asked = { entry, to };
    } else {
      await setState(entry.id, to);
    }
  }

  done(): void {
    this.asked = null;
  }

  /** The question is off the screen: back to where it was asked. */
  back(): void {
    const asker = this.#asker as HTMLElement | null;
    const menu = document.querySelector<HTMLElement>("[data-state-menu]");
    if (asker?.isConnected && asker !== document.body && !asker.closest('[role="menu"]')) asker.focus();
    else if (menu) menu.focus();
    else if (this.#last) this.#elsewhere(this.#last);
  }
}
