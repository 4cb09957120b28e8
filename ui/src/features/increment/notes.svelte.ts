import type { Id, Increment, RpcError } from "$lib/contract";
import { ask } from "$lib/data";
import { Draft } from "$lib/draft.svelte";
import { isDay } from "$lib/format";
import { toRpcError } from "$lib/host";

/** What the notes of a release are written for. */
export type NotesFor = { increment: Id; version: string; day: string; template: string | null };

/** The question to the app, which fills in what is left empty, or is no day yet, as the release itself does. */
export function draftRequest({ increment, version, day, template }: NotesFor) {
  return { increment, ...(version.trim() && { version }), ...(isDay(day) && { day }), ...(template !== null && { template }) };
}

/**
 * The notes of a release while it is being prepared: written from the items until somebody words them. What is worded is
 * kept until the increment is released, so that a dialog closed over it loses nothing.
 */
export class ReleaseNotes {
  #draft: Draft;
  /** Worded by hand; null while they follow from the items. */
  worded = $state<string | null>(null);
  /** They lay there from an earlier time. */
  resumed = $state(false);

  constructor(increment: Pick<Increment, "id" | "notes">) {
    this.#draft = new Draft(`increment.${increment.id}.release`, () => increment.notes);
    this.resumed = this.#draft.changed;
    if (this.resumed) this.worded = this.#draft.text;
    else if (increment.notes.trim()) this.worded = increment.notes;
  }

  word(text: string): void {
    this.worded = text;
    this.#draft.text = text;
  }

  /** They follow from the items again, or are released: nothing of them is kept any more. */
  let(): void {
    this.worded = null;
    this.resumed = false;
    this.#draft.clear();
  }

  /** Those of exactly what is entered: what is on screen may still be an answer to what was entered before. */
  async of(wanted: NotesFor): Promise<{ notes: string } | { error: RpcError }> {
    if (this.worded !== null) return { notes: this.worded };
    try {
      return { notes: (await ask("increment.draftNotes", draftRequest(wanted))).notes };
    } catch (cause) {
      return { error: toRpcError(cause) };
    }
  }
}
