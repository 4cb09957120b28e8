import { untrack } from "svelte";
import type { IconType } from "../components/Icon.svelte";
import { comboOf, steps } from "./combo";

export type Binding = {
  /** See `combo.ts`. */
  keys: string;
  /** What it does, in the list behind `?`. */
  label: string;
  /** Return false to say "not mine": the next binding is tried, and the browser keeps the key. */
  run: (event: KeyboardEvent) => void | false;
  /** Works while typing in a field as well. */
  inFields?: boolean;
  /** Works under an open dialog as well. */
  inDialogs?: boolean;
  /** Left out of the list behind `?`. */
  unlisted?: boolean;
  /** Beside its label in the command palette. */
  icon?: IconType;
};
export type Scope = {
  /** The heading in the list behind `?`. */
  name: string;
  bindings: () => Binding[];
  /** Where given, the keys work only while the focus is inside. */
  within?: () => HTMLElement | null | undefined;
};

const SEQUENCE_MS = 1_200;
const FLOATING = '[role="dialog"],[role="alertdialog"],[role="menu"],[role="listbox"]';

/** Every shortcut of the window. The scope that came last is asked first, so a room may take a key over. */
export class Keys {
  scopes = $state.raw<Scope[]>([]);
  #begun: string[] = [];
  #begunAt = 0;

  /** Adds a scope; returns the way to remove it. */
  add(scope: Scope): () => void {
    // Untracked: an effect that adds a scope must not run again because a scope was added.
    this.scopes = [...untrack(() => this.scopes), scope];
    return () => (this.scopes = untrack(() => this.scopes).filter((other) => other !== scope));
  }

  /** Listens until told to stop. */
  start(target: Window = window): () => void {
    const listen = (event: KeyboardEvent) => this.press(event);
    target.addEventListener("keydown", listen);
    return () => target.removeEventListener("keydown", listen);
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
    const combo = comboOf(event);
    if (event.timeStamp - this.#begunAt > SEQUENCE_MS) this.#begun = [];
    const pressed = [...this.#begun, combo];
    this.#begun = [];
    if (this.#run(pressed, event) || (pressed.length > 1 && this.#run([combo], event))) return;
    if (this.#usable(event).some(({ keys }) => begins(steps(keys), [combo]))) {
      this.#begun = [combo];
      this.#begunAt = event.timeStamp;
    }
  }

  #run(pressed: string[], event: KeyboardEvent): boolean {
    for (const binding of this.#usable(event)) {
      const wanted = steps(binding.keys);
      if (wanted.length !== pressed.length || !begins(wanted, pressed)) continue;
      if (binding.run(event) === false) continue;
      event.preventDefault();
      return true;
    }
    return false;
  }

  #usable(event: KeyboardEvent): Binding[] {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const floating = target.closest(FLOATING) ?? document.querySelector('[role="dialog"][aria-modal="true"]');
    const typing = isField(target);
    return this.#reaching(target).flatMap((scope) => {
      const within = scope.within?.();
      // A scope that lives inside the floating thing is that thing's own.
      const under = floating && !(within && (floating.contains(within) || within === floating));
      return scope.bindings().filter((binding) => (!typing || binding.inFields) && (!under || binding.inDialogs));
    });
  }

  /** Everything that could be done with the focus there, the nearest scope first: for a list to choose from. */
  actions(from: HTMLElement): { scope: string; binding: Binding }[] {
    return this.#reaching(from).flatMap((scope) =>
      scope.bindings().filter((binding) => !binding.unlisted).map((binding) => ({ scope: scope.name, binding })),
    );
  }

  #reaching(target: HTMLElement): Scope[] {
    return this.scopes.toReversed().filter((scope) => !scope.within || scope.within()?.contains(target));
  }
}

function begins(wanted: string[], pressed: string[]): boolean {
  return pressed.length <= wanted.length && pressed.every((step, at) => step === wanted[at]);
}

const NOT_TEXT = new Set(["checkbox", "radio", "button", "submit", "range", "color", "file"]);

/** Whether keys typed here are text that the field itself wants, its own undo included. */
export function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TEXT.has(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || (element instanceof HTMLElement && element.isContentEditable);
}

export const keys = new Keys();

/** Shortcuts for as long as the component lives. Call it while the component is being set up. */
export function shortcuts(name: string, bindings: () => Binding[], within?: () => HTMLElement | null | undefined): void {
  $effect(() => keys.add({ name, bindings, within }));
}
