import type { BacklogFilter, Card, Id } from "$lib/contract";
import { fromQuery as filterFrom, isFiltered, toQuery as filterTo } from "../backlog/view";
import { CUTS, type Cut } from "./lanes";

/** What of the board is shown, and how it is cut across. It never changes what is there. */
export type BoardView = { filter: BacklogFilter; cut: Cut };

const LANES = "lanes";
const PLAIN = { by: "rank" } as const;

export function toQuery({ filter, cut }: BoardView): string {
  return [`${LANES}=${cut}`, filterTo({ filter, sort: PLAIN })].filter(Boolean).join("&");
}

/** The view an address says; where it says no cut, the one given. */
export function fromQuery(query: string, usual: Cut): BoardView {
  const said = new URLSearchParams(query).get(LANES);
  const { filter } = filterFrom(query);
  delete filter.scope;
  return { filter, cut: CUTS.find(({ value }) => value === said)?.value ?? usual };
}

export function filtered(filter: BacklogFilter): boolean {
  return isFiltered({ filter, sort: PLAIN });
}

const fold = (text: string) => text.toLocaleLowerCase();

/**
 * Whether a card answers a filter: several of a kind mean any of them, several kinds mean all. A person answers by being on
 * the item or by having one of its unfinished tasks; words are looked for in key, title, epic, labels and tasks.
 */
export function answers(card: Card, filter: BacklogFilter): boolean {
  const one = <T>(wanted: readonly T[] | undefined, has: (value: T) => boolean) => !wanted?.length || wanted.some(has);
  const said = (wanted: boolean | undefined, is: boolean) => wanted === undefined || wanted === is;
  const person = (id: Id | null) => (id === null ? card.assignees.length === 0 : card.assignees.includes(id) || card.steps.some((task) => task.person === id && task.state !== "done"));
  return (
    one(filter.types, (type) => card.type === type) && one(filter.epics, (epic) => (card.epic?.id ?? null) === epic) && one(filter.labels, (label) => card.labels.includes(label)) &&
    one(filter.assignees, person) && said(filter.blocked, card.blocked) && said(filter.waiting, card.waiting) && said(filter.estimated, card.estimate !== null) &&
    said(filter.ready, card.ready !== false) && words(card, filter.text ?? "")
  );
}

function words(card: Card, text: string): boolean {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const all = fold([card.key, card.title, card.epic?.name ?? "", ...card.labels, ...card.steps.map((task) => task.title)].join(" "));
  return wanted.every((word) => all.includes(word));
}
