import type { EditItem, Epic, Id, ItemDetail, ItemRow } from "$lib/contract";
import { client, command, type CommandOptions, type Patch, type Result } from "$lib/data";

/** What changes on an item; what is left out stays. */
export type ItemChange = Omit<EditItem, "item">;

/** Changes an item. It shows at once wherever it stands, and goes back when it is refused. */
export function editItem(id: Id, change: ItemChange, options: CommandOptions = {}): Promise<Result<ItemRow>> {
  return command("item.edit", { item: id, ...change }, { ...options, optimistic: (patch) => patchItem(patch, id, change) });
}

/** Shows a change of an item in every answer that is known and speaks of it. */
export function patchItem(patch: Patch, id: Id, { epic, description, ...plain }: ItemChange): void {
  const group = epic === undefined ? undefined : epicOf(epic);
  const changed = <T extends ItemRow>(item: T): T => (item.id === id ? { ...item, ...plain, ...(group !== undefined && { epic: group }) } : item);
  patch.update("backlog.window", (value) => ({ ...value, rows: value.rows.map((row) => row && changed(row)) }));
  patch.update("item.get", (value) => ({ ...changed(value), ...(value.id === id && description !== undefined && { description }) }) as ItemDetail);
  patch.update("sprint.get", (value) => ({ ...value, items: value.items.map(changed) }));
  patch.update("board.get", (value) => ({ ...value, columns: value.columns.map((column) => ({ ...column, items: column.items.map(changed) })) }));
}

/** An epic by its id as far as it is known; undefined leaves what stands until the host has answered. */
function epicOf(id: Id | null): Epic | null | undefined {
  if (id === null) return null;
  return client
    .getQueriesData<{ epics: Epic[] }>({ queryKey: ["epic.list"] })
    .flatMap(([, value]) => value?.epics ?? [])
    .find((epic) => epic.id === id);
}

/** Shows a change of what hangs on an item, wherever its details are known. */
export function patchDetail(patch: Patch, id: Id, change: (item: ItemDetail) => Partial<ItemDetail>): void {
  patch.update("item.get", (value) => (value.id === id ? { ...value, ...change(value) } : value));
}
