import type { RpcError } from "./contract";

export type ToastAction = { label: string; kbd?: string; run: () => void };
export type Toast = {
  id: number;
  tone: "done" | "warn" | "error";
  message: string;
  hint: string;
  code: string;
  action: ToastAction | null;
  /** Milliseconds it stays, paused while looked at; null stays until something else is done. */
  life: number | null;
};

const LIFE_MS = 8_000;
const KEPT = 4;
const GUIDED_AGAIN_MS = 15 * 60_000;

/** What the window has to say about what was just done. */
export class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;
  /** When what was said last, by its words. */
  #guided: Record<string, number> = {};

  /**
   * Something was done. A newer one takes the place of the last, since Ctrl Z speaks of the newest alone. What was refused
   * before has been read by now, and goes like the others.
   */
  done(message: string, { undo, action }: { undo?: () => void; action?: ToastAction } = {}): void {
    this.list = this.list.filter((toast) => toast.tone !== "done").map((toast) => ({ ...toast, life: toast.life ?? LIFE_MS }));
    this.#add({ tone: "done", message, action: action ?? (undo ? { label: "Undo", kbd: "Mod+Z", run: undo } : null), life: LIFE_MS });
  }

  /** It was done, and there is something to know about it. */
  warn(message: string): void {
    if (this.list.some((toast) => toast.tone === "warn" && toast.message === message)) return;
    this.#add({ tone: "warn", message, life: LIFE_MS * 1.5 });
  }

  /** It was done against guidance. The record keeps each time; the window says it once in a while. */
  guide(message: string): void {
    const now = Date.now();
    if (now - (this.#guided[message] ?? -Infinity) < GUIDED_AGAIN_MS) return;
    this.#guided[message] = now;
    this.warn(message);
  }

  /** It was refused: what happened, why, what now. Stays until closed, or until something else was done. */
  error(error: RpcError): void {
    this.list = this.list.filter((toast) => toast.code !== error.code);
    this.#add({ tone: "error", message: error.message, hint: error.hint, code: error.code, life: null });
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  #add(toast: Pick<Toast, "tone" | "message" | "life"> & Partial<Toast>): void {
    const full: Toast = { hint: "", code: "", action: null, ...toast, id: this.#next++ };
    this.list = [...this.list, full].slice(-KEPT);
  }
}

export const toasts = new Toasts();

/** While the component that calls it is on show, toasts stand above this much of the window's foot, in pixels. */
export function toastsAbove(height: () => number): void {
  $effect(() => {
    document.documentElement.style.setProperty("--h-below", `${height()}px`);
    return () => document.documentElement.style.removeProperty("--h-below");
  });
}
