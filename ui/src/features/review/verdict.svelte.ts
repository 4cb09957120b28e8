import type { Review, RpcError } from "$lib/contract";
import { Draft } from "$lib/draft.svelte";

export type Verdict = "open" | "met" | "missed";

type Judge = (met: boolean | null, reason: string) => Promise<RpcError | null>;

/**
 * Whether the Sprint Goal was met, while it is being said. Met and not said are said at once, and words may follow; that
 * it was not met waits for its reason. What waits outlives the pane, and says that it is not saved yet.
 */
export class GoalVerdict {
  error = $state.raw<RpcError | null>(null);
  #review: () => Review | null;
  #judge: Judge;
  #chosen: Draft;
  #reason: Draft;

  /** `key` names the Review that it is of. */
  constructor(key: string, review: () => Review | null, judge: Judge) {
    this.#review = review;
    this.#judge = judge;
    this.#chosen = new Draft(`review.${key}.verdict`, () => this.stands);
    this.#reason = new Draft(`review.${key}.reason`, () => review()?.goalReason ?? "");
  }

  get stands(): Verdict {
    const met = this.#review()?.goalMet ?? null;
    return met === null ? "open" : met ? "met" : "missed";
  }

  get chosen(): Verdict {
    return this.#chosen.changed && this.#chosen.text === "missed" ? "missed" : this.stands;
  }

  get reason(): string {
    return this.#reason.text;
  }

  set reason(text: string) {
    this.#reason.text = text;
  }

  /** Something of it is not saved. */
  get waits(): boolean {
    return this.chosen !== this.stands || (this.chosen !== "open" && this.#reason.changed);
  }

  /** There is enough to save. The app has the last word. */
  get ready(): boolean {
    return this.waits && (this.chosen !== "missed" || this.reason.trim().length > 2);
  }

  async choose(next: Verdict): Promise<void> {
    if (next === this.stands) return void this.#chosen.clear();
    if (next === "missed") return void (this.#chosen.text = next);
    await this.#say(next, "");
  }

  async save(): Promise<void> {
    if (this.ready) await this.#say(this.chosen, this.reason);
  }

  /** Says what was chosen beside something else that goes on with it, or leaves it open. Answers why it was refused. */
  async settle(chosen: Verdict): Promise<RpcError | null> {
    this.error = null;
    if (chosen !== this.stands || (chosen !== "open" && this.#reason.changed)) await this.#say(chosen, chosen === "open" ? "" : this.reason);
    else if (chosen === "open") this.#letGo();
    return this.error;
  }

  #letGo(): void {
    this.#chosen.clear();
    this.#reason.clear();
  }

  async #say(verdict: Verdict, reason: string): Promise<void> {
    this.error = await this.#judge(verdict === "open" ? null : verdict === "met", reason);
    if (this.error) return;
    this.#chosen.clear();
    // Words that were not part of it wait on: they may still be said.
    if (reason || verdict === "open") this.#reason.clear();
  }
}
