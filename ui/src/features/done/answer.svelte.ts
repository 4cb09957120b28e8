import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { DoneAnswer, DoneCriterion, Id } from "$lib/contract";

/** An answer to the Definition of Done while it is given: what is ticked, what is let go and why. Nothing is written. */
export class DoneDraft {
  #criteria: () => readonly DoneCriterion[];
  #ticked = new SvelteSet<Id>();
  #waived = new SvelteMap<Id, string>();
  /** The criterion a reason is being written for. */
  waiving = $state<Id | null>(null);

  criteria = $derived.by(() =>
    this.#criteria().map((criterion) => {
      const met = criterion.met || this.#ticked.has(criterion.criterion);
      const reason = met ? undefined : this.#waived.get(criterion.criterion);
      return { ...criterion, met, before: criterion.met, reason, open: !met && reason === undefined };
    }),
  );
  met = $derived(this.criteria.filter((criterion) => criterion.met).length);
  open = $derived(this.criteria.filter((criterion) => criterion.open).length);
  complete = $derived(this.open === 0);

  constructor(criteria: () => readonly DoneCriterion[]) {
    this.#criteria = criteria;
  }

  /** What was ticked on the item before stays; only this answer's own ticks come and go. */
  tick(criterion: Id, met: boolean): void {
    if (met) this.#ticked.add(criterion);
    else this.#ticked.delete(criterion);
    if (met) this.#waived.delete(criterion);
  }

  waive(criterion: Id, reason: string): void {
    this.waiving = null;
    if (reason.trim()) this.#waived.set(criterion, reason.trim());
  }

  unwaive(criterion: Id): void {
    this.#waived.delete(criterion);
  }

  /** For the contract: all that is met, those ticked before included, and each waiver with its reason. */
  get answer(): DoneAnswer {
    return {
      met: this.criteria.filter((criterion) => criterion.met).map((criterion) => criterion.criterion),
      waivers: this.criteria.flatMap(({ criterion, reason }) => (reason === undefined ? [] : [{ criterion, reason }])),
    };
  }
}
