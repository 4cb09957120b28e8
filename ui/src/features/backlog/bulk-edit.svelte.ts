import type { EditItems, Epic, Id, ItemRow, ItemType } from "$lib/contract";
import { client, type Patch } from "$lib/data";

/** Leaves a field of many items as it is on each; `NONE` clears it on all of them. */
export const KEEP = "keep";
export const NONE = "none";
/** What all the items get. */
export type BulkChange = Omit<EditItems, "items">;

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

/** Shows the change of many items in the list ahead of the answer. */
export function patchItems(patch: Patch, ids: readonly Id[], change: BulkChange): void {
  const wanted = new Set(ids);
  const epic = change.epic === undefined ? undefined : epicOf(change.epic);
  patch.update("backlog.window", (value) => ({ ...value, rows: value.rows.map((row) => (row && wanted.has(row.id) ? changed(row, change, epic) : row)) }));
}

export function changed(row: ItemRow, change: BulkChange, epic: Epic | null | undefined): ItemRow {
  return {
    ...row,
    ...(change.type && { type: change.type }),
    ...(epic !== undefined && { epic }),
    ...(change.estimate !== undefined && { estimate: change.estimate }),
    ...(change.value !== undefined && { value: change.value }),
    labels: both(row.labels, change.addLabels, change.removeLabels).sort((a, b) => a.localeCompare(b)),
    assignees: both(row.assignees, change.addAssignees, change.removeAssignees),
  };
}

function both(held: readonly string[], coming: readonly string[] = [], going: readonly string[] = []): string[] {
  return [...new Set([...held, ...coming])].filter((one) => !going.includes(one));
}

/** An epic by its id as far as it is known; undefined leaves what stands until the host has answered. */
function epicOf(id: Id | null): Epic | null | undefined {
  if (id === null) return null;
  return client.getQueriesData<{ epics: Epic[] }>({ queryKey: ["epic.list"] }).flatMap(([, value]) => value?.epics ?? []).find((epic) => epic.id === id);
}
