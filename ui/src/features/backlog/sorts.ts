import type { MenuEntry } from "$lib/components";
import type { BacklogSort, BacklogSortBy } from "$lib/contract";
import { isDescending } from "./view";

/** What the list can be ordered by: its name, and what the two ways are called. */
const SORTS: readonly { by: BacklogSortBy; label: string; down: string; up: string }[] = [
  { by: "rank", label: "Order of the backlog", down: "Last first", up: "First first" },
  { by: "value", label: "Value", down: "Highest first", up: "Lowest first" },
  { by: "estimate", label: "Estimate", down: "Largest first", up: "Smallest first" },
  { by: "valueForEffort", label: "Value for effort", down: "Highest first", up: "Lowest first" },
  { by: "created", label: "Created", down: "Newest first", up: "Oldest first" },
  { by: "title", label: "Title", down: "Z to A", up: "A to Z" },
];

/** "Value", "Title, Z to A": the way is said where it is not the usual one. */
export function sortInWords(sort: BacklogSort): string {
  const { label, down, up } = sortOf(sort.by);
  const usual = isDescending({ by: sort.by });
  return isDescending(sort) === usual ? label : `${label}, ${(isDescending(sort) ? down : up).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`;
}

/** What the menu offers. The backlog's own order is only ever looked at from its top. */
export function sortEntries(sort: BacklogSort, choose: (sort: BacklogSort) => void): MenuEntry[] {
  const { down, up } = sortOf(sort.by);
  const entries: MenuEntry[] = SORTS.map(({ by, label }) => ({ label, checked: by === sort.by, run: () => choose({ by }) }));
  if (sort.by === "rank" && !sort.descending) return entries;
  const way = (label: string, descending: boolean): MenuEntry => ({ label, checked: isDescending(sort) === descending, run: () => choose({ by: sort.by, descending }) });
  return [...entries, "separator", ...(isDescending({ by: sort.by }) ? [way(down, true), way(up, false)] : [way(up, false), way(down, true)])];
}

function sortOf(wanted: BacklogSortBy) {
  return SORTS.find(({ by }) => by === wanted) ?? SORTS[0]!;
}
