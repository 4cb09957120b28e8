import type { BacklogFilter, Id } from "$lib/contract";
import { itemType } from "$lib/components/item-types";

/** A kind of filter: what one chip speaks of. */
export type Kind = Exclude<keyof BacklogFilter, "text">;
/** What ids are called. Null for one that is not there (any more). */
export type Names = { epic: (id: Id) => string | null; person: (id: Id) => string | null; sprint: (id: Id) => string | null };
/** An active filter in words: what it asks, and for which values. */
export type Chip = { kind: Kind; what: string; values: string };

const ORDER: readonly Kind[] = ["scope", "types", "epics", "labels", "assignees", "estimated", "ready", "blocked", "waiting"];
const YES_NO: Record<"estimated" | "ready" | "blocked" | "waiting", [string, string]> = {
  estimated: ["Estimated", "Not estimated"],
  ready: ["Ready", "Not ready"],
  blocked: ["Blocked", "Not blocked"],
  waiting: ["Waiting for an item", "Waiting for no item"],
};

export function yesNo(kind: keyof typeof YES_NO, yes: boolean): string {
  return YES_NO[kind][yes ? 0 : 1];
}

/** What leaves rows out, in one order whatever it was chosen in. What is looked for by words stands in its own field. */
export function chipsOf(filter: BacklogFilter, names: Names): Chip[] {
  return ORDER.flatMap((kind) => (filter[kind] === undefined ? [] : [chipOf(kind, filter, names)]));
}

function chipOf(kind: Kind, filter: BacklogFilter, names: Names): Chip {
  switch (kind) {
    case "scope": return { kind, what: "In", values: scopeInWords(filter, names) };
    case "types": return { kind, what: "Type", values: any(filter.types?.map((type) => itemType(type).label)) };
    case "epics": return { kind, what: "Epic", values: any(filter.epics?.map((id) => (id === null ? "none" : (names.epic(id) ?? "one that is gone")))) };
    case "labels": return { kind, what: "Label", values: any(filter.labels) };
    case "assignees": return { kind, what: "Assignee", values: any(filter.assignees?.map((id) => (id === null ? "nobody" : (names.person(id) ?? "somebody unknown")))) };
    default: return { kind, what: "", values: yesNo(kind, filter[kind] === true) };
  }
}

function scopeInWords({ scope }: BacklogFilter, names: Names): string {
  if (scope?.in === "sprint") return names.sprint(scope.sprint) ?? "a sprint that is gone";
  if (scope?.in === "done") return "everything Done";
  return scope?.in === "open" ? "everything open" : "the Product Backlog";
}

/** "Fix or Spike", "a, b or c", and of many the first three. */
function any(values: readonly string[] = []): string {
  const shown = values.length > 4 ? [...values.slice(0, 3), `${values.length - 3} more`] : [...values];
  const last = shown.pop() ?? "";
  return shown.length > 0 ? `${shown.join(", ")} or ${last}` : last;
}
