import type { BacklogFilter, BacklogScope, BacklogSort, BacklogSortBy, Id, ItemType } from "$lib/contract";
import { ITEM_TYPES } from "$lib/components/item-types";

/** How the list is looked at: which items, in which order. It never touches the order of the backlog itself. */
export type ListView = { filter: BacklogFilter; sort: BacklogSort };

export const PLAIN: ListView = { filter: {}, sort: { by: "rank" } };

const SORTS: readonly BacklogSortBy[] = ["rank", "value", "estimate", "created", "title", "valueForEffort"];
const HIGHEST_FIRST: readonly BacklogSortBy[] = ["value", "created", "valueForEffort"];
const YES_NO = ["estimated", "ready", "blocked", "waiting"] as const;
export type YesNo = (typeof YES_NO)[number];
const NONE = "none";
const SAVED = "view";

/** The same view with nothing in it that says nothing, so that two that show the same are equal. */
export function tidy({ filter, sort }: ListView): ListView {
  const kept: BacklogFilter = {};
  const text = filter.text?.trim();
  if (text) kept.text = text;
  if (filter.types?.length) kept.types = unique(filter.types);
  if (filter.epics?.length) kept.epics = unique(filter.epics);
  if (filter.labels?.length) kept.labels = unique(filter.labels);
  if (filter.assignees?.length) kept.assignees = unique(filter.assignees);
  for (const kind of YES_NO) if (typeof filter[kind] === "boolean") kept[kind] = filter[kind];
  if (filter.scope && filter.scope.in !== "backlog") kept.scope = filter.scope;
  const usual = HIGHEST_FIRST.includes(sort.by);
  return { filter: kept, sort: sort.descending === undefined || sort.descending === usual ? { by: sort.by } : { by: sort.by, descending: sort.descending } };
}

/** Whether the order goes from the highest or newest on. */
export function isDescending({ by, descending }: BacklogSort): boolean {
  return descending ?? HIGHEST_FIRST.includes(by);
}

export function isFiltered({ filter }: ListView): boolean {
  return Object.keys(filter).length > 0;
}

export function isSorted({ sort }: ListView): boolean {
  return sort.by !== "rank" || sort.descending === true;
}

/** The whole backlog in its own order. */
export function isPlain(view: ListView): boolean {
  return !isFiltered(view) && !isSorted(view);
}

export function sameView(one: ListView, other: ListView): boolean {
  return toQuery(one) === toQuery(other);
}

/** What a request for the list carries: nothing where nothing is left out, for that one is read straight from the order. */
export function asked(view: ListView): { filter?: BacklogFilter; sort?: BacklogSort } {
  return { ...(isFiltered(view) && { filter: view.filter }), ...(isSorted(view) && { sort: view.sort }) };
}

/** Why nothing can be lifted in this view, or null when it can. */
export function whyNotLifted(view: ListView): string | null {
  if (isSorted(view)) return "Rows are lifted in the order of the backlog only. Sort by that order to move them by hand.";
  return whyNoPlace(view);
}

/** Why what is shown has no place in the order of the backlog, or null when it has one. */
export function whyNoPlace({ filter }: ListView): string | null {
  return filter.scope ? "Only what is in the Product Backlog has a place in its order. Show the Product Backlog to move items." : null;
}

/** The view as the address keeps it. */
export function toQuery(view: ListView): string {
  const { filter, sort } = tidy(view);
  const query = new URLSearchParams();
  const many = (key: string, values: readonly (string | null)[] | undefined) => values?.toSorted(byText).forEach((value) => query.append(key, value ?? NONE));
  if (filter.text) query.set("text", filter.text);
  many("type", filter.types);
  many("epic", filter.epics);
  // A label may be called anything, none included, and there is no filter for items without.
  filter.labels?.toSorted(byText).forEach((label) => query.append("label", label));
  many("who", filter.assignees);
  for (const kind of YES_NO) if (filter[kind] !== undefined) query.set(kind, filter[kind] ? "yes" : "no");
  if (filter.scope) query.set("in", filter.scope.in === "sprint" ? `sprint-${filter.scope.sprint}` : filter.scope.in);
  if (sort.by !== "rank" || sort.descending) query.set("sort", sort.by);
  if (sort.descending !== undefined) query.set("from", sort.descending ? "highest" : "lowest");
  return query.toString();
}

/** The address of a view, with the saved view that it is or was. */
export function toAddress(view: ListView, saved: Id | null): string {
  return [toQuery(view), saved && `${SAVED}=${saved}`].filter(Boolean).join("&");
}

/** The saved view an address names. */
export function savedIn(text: string): Id | null {
  return new URLSearchParams(text).get(SAVED);
}

/** The view an address says. What it says wrongly, by hand or from a newer Lineout, is left out. */
export function fromQuery(text: string): ListView {
  const query = new URLSearchParams(text);
  const orNone = (key: string) => query.getAll(key).map((value) => (value === NONE ? null : value));
  const filter: BacklogFilter = {
    text: query.get("text") ?? "",
    types: query.getAll("type").filter((value): value is ItemType => ITEM_TYPES.some((type) => type.value === value)),
    epics: orNone("epic"),
    labels: query.getAll("label"),
    assignees: orNone("who"),
    scope: scopeOf(query.get("in")),
  };
  for (const kind of YES_NO) {
    const value = query.get(kind);
    if (value === "yes" || value === "no") filter[kind] = value === "yes";
  }
  const by = SORTS.find((sort) => sort === query.get("sort")) ?? "rank";
  const from = query.get("from");
  return tidy({ filter, sort: { by, ...((from === "highest" || from === "lowest") && { descending: from === "highest" }) } });
}

function scopeOf(text: string | null): BacklogScope | undefined {
  if (text === "open" || text === "done") return { in: text };
  return text?.startsWith("sprint-") ? { in: "sprint", sprint: text.slice("sprint-".length) } : undefined;
}

/** Each once, none at all last. */
function unique<T extends string | null>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => Number(a === null) - Number(b === null));
}

/** None at all comes last. */
function byText(a: string | null, b: string | null): number {
  return Number(a === null) - Number(b === null) || (a ?? "").localeCompare(b ?? "");
}
