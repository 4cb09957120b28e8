import type { PreviewRow } from "$lib/contract";

/** Rows in runs without a gap: between two runs rows are left out. */
export function runs(rows: readonly PreviewRow[]): PreviewRow[][] {
  const found: PreviewRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last.at(-1)!.position + 1 === row.position) last.push(row);
    else found.push([row]);
  }
  return found;
}
