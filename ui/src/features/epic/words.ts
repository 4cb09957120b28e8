import type { EpicAmount, EpicProgress } from "$lib/contract";
import { count, points } from "$lib/format";

export type Unit = "points" | "items";

type Parts = { done: number; inProgress: number; toDo: number; all: number };

/** An epic's three amounts in a unit. */
export function partsOf({ done, inProgress, toDo }: EpicProgress, unit: Unit): Parts {
  const of = (amount: EpicAmount) => amount[unit];
  return { done: of(done), inProgress: of(inProgress), toDo: of(toDo), all: of(done) + of(inProgress) + of(toDo) };
}

/** "12 of 34" in points or items done; a dash where there is nothing to count. */
export function doneOf(epic: EpicProgress, unit: Unit): string {
  const { done, all } = partsOf(epic, unit);
  if (all === 0) return "–";
  return `${points(done)} of ${points(all)}`;
}

/** Everything the line says, for who cannot see it. */
export function inWords(epic: EpicProgress): string {
  const { done, inProgress, toDo, unestimated } = epic;
  if (partsOf(epic, "items").all === 0) return `${epic.name}: no items`;
  const said = ([["done", done], ["in progress", inProgress], ["to do", toDo]] as const).map(([word, { items, points: sum }]) => `${word} ${count(items, "item")}, ${count(sum, "point")}`);
  return `${epic.name}: ${said.join("; ")}${unestimated ? `; ${unestimated} unestimated` : ""}`;
}

/** Twelve colours around the circle, named so that they can be told apart without seeing them. */
export const HUES: readonly { hue: number; name: string }[] = [
  { hue: 5, name: "Rose" }, { hue: 35, name: "Clay" }, { hue: 72, name: "Amber" }, { hue: 105, name: "Olive" }, { hue: 140, name: "Leaf" }, { hue: 165, name: "Sea" },
  { hue: 190, name: "Lagoon" }, { hue: 235, name: "Sky" }, { hue: 264, name: "Cobalt" }, { hue: 285, name: "Iris" }, { hue: 305, name: "Violet" }, { hue: 340, name: "Orchid" },
];
