import { tick } from "svelte";
import type { Id } from "$lib/contract";

/**
 * Removes a row of a list whose text fields are edited in place. If the focus was on it, it goes to the next row, else the
 * one before, else to what stands `instead`. `prefix` and the row's id make the id of its element.
 */
export async function removeRow(prefix: string, rows: readonly { id: Id }[], key: Id, remove: () => void, instead: () => HTMLElement | null | undefined): Promise<void> {
  const at = rows.findIndex((row) => row.id === key);
  const inside = document.getElementById(`${prefix}${key}`)?.contains(document.activeElement);
  const next = rows[at + 1] ?? rows[at - 1];
  remove();
  await tick();
  if (!inside) return;
  const row = next && document.getElementById(`${prefix}${next.id}`);
  (row?.querySelector<HTMLElement>("textarea") ?? instead())?.focus();
}
