import type { Criterion, Id, WantedCriterion } from "$lib/contract";
import { Criteria } from "./criteria.svelte";

/** A Definition of Ready while it is being written. A criterion that was only reworded or moved keeps the ticks it was given. */
export class ReadyCriteria extends Criteria {
  #ids: Record<number, Id> = {};
  #from: readonly Criterion[] = [];

  constructor(criteria: readonly Criterion[]) {
    super();
    this.from(criteria);
  }

  /** Begins anew from what stands. */
  from(criteria: readonly Criterion[]): void {
    this.start(criteria.map(({ text }) => text));
    this.#ids = Object.fromEntries(this.lines.map((line, at) => [line.id, criteria[at]!.id]));
    this.#from = criteria;
  }

  /** As the contract wants them: what is empty is left out. */
  get wanted(): WantedCriterion[] {
    return this.lines.flatMap((line) => {
      const text = line.text.trim();
      const id = this.#ids[line.id];
      return text ? [{ text, ...(id && { id }) }] : [];
    });
  }

  /** It is not what stands now: somebody else changed it since, or it was saved. */
  differs(criteria: readonly Criterion[]): boolean {
    return criteria.length !== this.#from.length || criteria.some(({ id, text }, at) => id !== this.#from[at]?.id || text !== this.#from[at]?.text);
  }
}

