import type { EditItems, Epic, Id, ItemRow } from "$lib/contract";
import { client, type Patch } from "$lib/data";

/** What all the items get. */
export type BulkChange = Omit<EditItems, "items">;

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
