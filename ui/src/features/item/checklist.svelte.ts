import type { AcceptanceCriterion, Id, ItemDetail, RpcError } from "$lib/contract";
import { command } from "$lib/data";
import { Draft } from "$lib/draft.svelte";
import { linesOf } from "$lib/lines";
import { draftKey } from "./drafts";
import { patchDetail } from "./edit";

/** The acceptance criteria of an item: a checklist in an order of its own. */
export class Checklist {
  /** A new one is being written. */
  adding = $state(false);
  error = $state.raw<RpcError | null>(null);
  #item: () => ItemDetail;
  #draft: Draft;
  /** What was added is on its way: the next waits for it, so that they stand in the order of writing. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(item: () => ItemDetail) {
    this.#item = item;
    this.#draft = new Draft(draftKey(item().id, "criterion"));
  }

  /** The words of a new one. Like every text under way they outlive the panel. */
  get typed(): string {
    return this.#draft.text;
  }

  set typed(text: string) {
    this.#draft.text = text;
  }

  rows: AcceptanceCriterion[] = $derived.by(() => this.#item().acceptance);
  met = $derived(this.rows.filter(({ met }) => met).length);
  /** "2 of 4" */
  progress = $derived(this.rows.length > 0 ? `${this.met} of ${this.rows.length}` : "");

  /** Adds what is typed, and leaves the field to the next. Several lines are several criteria. */
  async add(): Promise<boolean> {
    return this.#append(linesOf(this.typed));
  }

  /** Adds a pasted list at once. Answers whether it was one: a single line goes on being typed. */
  paste(text: string): boolean {
    const lines = linesOf(text);
    if (lines.length < 2) return false;
    const [first = "", ...rest] = lines;
    void this.#append([[this.typed.trim(), first].filter(Boolean).join(" "), ...rest]);
    return true;
  }

  async reword(criterion: Id, text: string): Promise<RpcError | null> {
    const result = await command("acceptance.edit", { criterion, text }, {
      ownErrors: true,
      optimistic: (patch) => this.#patch(patch, (rows) => rows.map((row) => (row.id === criterion ? { ...row, text: text.trim() } : row))),
    });
    return result.ok ? null : result.error;
  }

  async tick(criterion: Id, met: boolean): Promise<void> {
    await command("acceptance.tick", { criterion, met }, {
      quiet: true,
      optimistic: (patch) => this.#patch(patch, (rows) => rows.map((row) => (row.id === criterion ? { ...row, met } : row))),
    });
  }

  async move(criterion: Id, to: number): Promise<void> {
    await command("acceptance.move", { criterion, to }, { optimistic: (patch) => this.#patch(patch, (rows) => moved(rows, criterion, to)) });
  }

  async remove(criterion: Id): Promise<void> {
    await command("acceptance.delete", { criterion }, { optimistic: (patch) => this.#patch(patch, (rows) => rows.filter((row) => row.id !== criterion)) });
  }

  async #append(texts: string[]): Promise<boolean> {
    if (texts.length === 0) return false;
    const before = this.typed;
    this.typed = "";
    this.error = null;
    const item = this.#item().id;
    const running = this.#last.then(() => command("acceptance.add", { item, texts }, { quiet: texts.length === 1, ownErrors: true }));
    this.#last = running;
    const result = await running;
    if (!result.ok) {
      this.error = result.error;
      // What was typed since stays as well.
      this.typed = [texts.length === 1 ? before : texts.join("\n"), this.typed].filter(Boolean).join(" ");
    }
    return result.ok;
  }

  #patch(patch: Parameters<typeof patchDetail>[0], change: (rows: AcceptanceCriterion[]) => AcceptanceCriterion[]): void {
    patchDetail(patch, this.#item().id, ({ acceptance }) => ({ acceptance: change(acceptance) }));
  }
}

function moved(rows: readonly AcceptanceCriterion[], id: Id, to: number): AcceptanceCriterion[] {
  const rest = rows.filter((row) => row.id !== id);
  rest.splice(to, 0, ...rows.filter((row) => row.id === id));
  return rest;
}
