import type { Id, ItemType } from "$lib/contract";
import type { BulkChange } from "./bulk-change";

/** Leaves a field of many items as it is on each; `NONE` clears it on all of them. */
export const KEEP = "keep";
export const NONE = "none";

const VALUE_MAX = 1000;

/** The same change of many items, as it is put together: what is not touched stays as it is on each of them. */
export class BulkEdit {
  type = $state<ItemType | typeof KEEP>(KEEP);
  epic = $state<string>(KEEP);
  /** Points as text, for a list of choices. */
  estimate = $state<string>(KEEP);
  /** What is typed; nothing keeps. */
  value = $state("");
  clearValue = $state(false);
  addLabels = $state.raw<readonly string[]>([]);
  removeLabels = $state.raw<readonly string[]>([]);
  addPeople = $state.raw<readonly Id[]>([]);
  removePeople = $state.raw<readonly Id[]>([]);

  valueError = $derived.by(() => {
    const typed = this.value.trim();
    if (!typed || this.clearValue || (/^\d+$/.test(typed) && Number(typed) <= VALUE_MAX)) return null;
    return `A value is a whole number from 0 to ${VALUE_MAX}.`;
  });
  change: BulkChange = $derived.by(() => {
    const typed = this.value.trim();
    return {
      ...(this.type !== KEEP && { type: this.type }),
      ...(this.epic !== KEEP && { epic: this.epic === NONE ? null : this.epic }),
      ...(this.estimate !== KEEP && { estimate: this.estimate === NONE ? null : Number(this.estimate) }),
      ...(this.clearValue ? { value: null } : typed && !this.valueError && { value: Number(typed) }),
      ...(this.addLabels.length > 0 && { addLabels: [...this.addLabels] }),
      ...(this.removeLabels.length > 0 && { removeLabels: [...this.removeLabels] }),
      ...(this.addPeople.length > 0 && { addAssignees: [...this.addPeople] }),
      ...(this.removePeople.length > 0 && { removeAssignees: [...this.removePeople] }),
    };
  });
  ready = $derived.by(() => Object.keys(this.change).length > 0 && !this.valueError);

  /** Turns a value on or off in one of the lists; what comes to items cannot leave them as well. */
  toggle(list: "addLabels" | "removeLabels" | "addPeople" | "removePeople", value: string): void {
    const other = { addLabels: "removeLabels", removeLabels: "addLabels", addPeople: "removePeople", removePeople: "addPeople" } as const;
    this[list] = this[list].includes(value) ? this[list].filter((held) => held !== value) : [...this[list], value];
    if (this[list].includes(value)) this[other[list]] = this[other[list]].filter((held) => held !== value);
  }
}
