import type { Id } from "$lib/contract";
import type { Spot, Zone } from "$lib/drag";
import type { Lines } from "./grid";

/** A cell as a place to drop on: its line. */
export const cellZone = (line: number) => `${line}`;
/** A card or task as a place to drop beside. */
export const cardZone = (line: number, id: Id) => `${line}:${id}`;

/** Where something dropped on a zone would stand: beside the thing under the pointer, or last in the cell. */
export function spotAt(lines: Lines<{ id: Id }>, { kind, id, side }: Pick<Zone, "kind" | "id" | "side">, dragged: Id): Spot | null {
  const line = parseInt(id ?? "", 10);
  const others = lines[line]?.filter((other) => other.id !== dragged);
  if (!others) return null;
  if (kind === "cell") return { line, index: others.length };
  const at = others.findIndex((other) => id === cardZone(line, other.id));
  return at < 0 ? null : { line, index: at + (side === "after" ? 1 : 0) };
}
