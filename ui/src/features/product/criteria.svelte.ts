import type { RpcError } from "$lib/contract";
import { linesOf } from "$lib/lines";

type Line = { id: number; text: string };

/** The lines of a checklist for every item while they are being written. Whether they can stand, the contract says. */
export class Criteria {
  lines = $state<Line[]>([]);
  error = $state.raw<RpcError | null>(null);
  #next = 1;
  #before = $state.raw<string[]>([]);

  /** What would be saved: lines with nothing in them are no criteria. */
  texts = $derived(this.lines.map((line) => line.text.trim()).filter(Boolean));
  changed = $derived(this.texts.length !== this.#before.length || this.texts.some((text, at) => text !== this.#before[at]));

  constructor(texts: readonly string[] = []) {
    this.start(texts);
  }

  /** Begins anew from what stands. */
  start(texts: readonly string[]): void {
    this.#before = [...texts];
    this.lines = texts.map((text) => ({ id: this.#next++, text }));
    this.error = null;
  }

  /** Puts an empty line in after another, or last. Returns its id. */
  add(after?: number): number {
    const line = { id: this.#next++, text: "" };
    const at = after === undefined ? -1 : this.lines.findIndex((other) => other.id === after);
    if (at < 0) this.lines.push(line);
    else this.lines.splice(at + 1, 0, line);
    return line.id;
  }

  /** Takes a line out. Returns the id of the line that is nearest now. */
  remove(id: number): number | null {
    const at = this.lines.findIndex((line) => line.id === id);
    if (at >= 0) this.lines.splice(at, 1);
    this.error = null;
    return (this.lines[Math.max(0, at - 1)] ?? null)?.id ?? null;
  }

  /** Puts a line at a place, from 0. */
  move(id: number, to: number): void {
    const at = this.lines.findIndex((line) => line.id === id);
    const line = this.lines[at];
    if (!line) return;
    this.lines.splice(at, 1);
    this.lines.splice(to, 0, line);
  }

  /** Several lines pasted at once become as many criteria. Returns the id of the last, or null when it is one line. */
  paste(id: number, text: string): number | null {
    const parts = linesOf(text);
    const line = this.lines.find((other) => other.id === id);
    if (parts.length < 2 || !line) return null;
    line.text = [line.text.trim(), parts[0]].filter(Boolean).join(" ");
    let last = id;
    for (const part of parts.slice(1)) {
      last = this.add(last);
      this.lines.find((other) => other.id === last)!.text = part;
    }
    return last;
  }
}
