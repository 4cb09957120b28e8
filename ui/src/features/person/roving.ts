/**
 * Arrow keys over a table whose cells each hold one control marked `data-cell="row:column"`. Tab enters at the cell
 * that was left, and goes on past the table.
 */
export function step(event: KeyboardEvent, table: HTMLElement): boolean {
  const from = (event.target as HTMLElement).closest<HTMLElement>("[data-cell]")?.dataset.cell;
  if (!from || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const at = from.lastIndexOf(":");
  const column = Number(from.slice(at + 1));
  const rows = [...new Set([...table.querySelectorAll<HTMLElement>("[data-cell]")].map((cell) => rowOf(cell)))];
  const row = rows.indexOf(from.slice(0, at));
  const to: [number, number] | undefined = (
    {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      Home: [row, 0], End: [row, Infinity], PageUp: [0, column], PageDown: [rows.length - 1, column],
    } as Record<string, [number, number]>
  )[event.key];
  if (!to) return false;
  const key = rows[Math.max(0, Math.min(to[0], rows.length - 1))];
  const cells = [...table.querySelectorAll<HTMLElement>("[data-cell]")].filter((cell) => rowOf(cell) === key);
  cells[Math.max(0, Math.min(to[1], cells.length - 1))]?.focus();
  event.preventDefault();
  return true;
}

function rowOf(cell: HTMLElement): string {
  const name = cell.dataset.cell ?? "";
  return name.slice(0, name.lastIndexOf(":"));
}
