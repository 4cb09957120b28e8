import type { BacklogFilter, BacklogScope, Epic, Id, Person, Sprint } from "$lib/contract";
import { ITEM_TYPES } from "$lib/components/item-types";
import { match, type Piece } from "$lib/match";
import { yesNo } from "./chips";
import type { YesNo } from "./view";

/** Something the filter menu turns on and off. `turned` is the filter after that; `one` takes the place of another. */
export type Choice = { id: string; section: string; label: string; on: boolean; turned: BacklogFilter; one?: boolean; epic?: Epic; person?: Person };
export type Found = { choice: Choice; pieces: Piece[] };
/** What there is to choose from. */
export type Offered = { epics: readonly Epic[]; labels: readonly string[]; people: readonly Person[]; sprints: readonly Sprint[] };

/** Every choice there is, by section, in an order that does not change by choosing. */
export function choicesOf(filter: BacklogFilter, { epics, labels, people, sprints }: Offered): Choice[] {
  return [
    ...scopes(filter, "In", [["The Product Backlog", { in: "backlog" }], ["Everything open", { in: "open" }], ["Everything Done", { in: "done" }]]),
    ...(["ready", "estimated", "blocked", "waiting"] as const).flatMap((kind) => [true, false].map((yes) => state(filter, kind, yes))),
    ...ITEM_TYPES.map(({ value, label }) => many(filter, "types", "Type", value, label)),
    ...epics.map((epic) => ({ ...many(filter, "epics", "Epic", epic.id as Id | null, epic.name), epic })),
    ...(epics.length > 0 ? [many(filter, "epics", "Epic", null, "No epic")] : []),
    ...people.map((person) => ({ ...many(filter, "assignees", "Assignee", person.id as Id | null, person.name), person })),
    many(filter, "assignees", "Assignee", null, "Nobody"),
    ...labels.map((label) => many(filter, "labels", "Label", label, label)),
    ...scopes(filter, "In a sprint", sprints.map((sprint) => [sprint.name, { in: "sprint", sprint: sprint.id }])),
  ];
}

/** Those that answer what is typed, in their order; all of them while nothing is. */
export function found(choices: readonly Choice[], typed: string): Found[] {
  return choices.flatMap((choice) => {
    const hit = match(choice.label, typed, choice.section);
    return hit ? [{ choice, pieces: hit.pieces }] : [];
  });
}

function scopes(filter: BacklogFilter, section: string, all: readonly [string, BacklogScope][]): Choice[] {
  const now = JSON.stringify(filter.scope ?? { in: "backlog" });
  return all.map(([label, scope]) => {
    const said = JSON.stringify(scope);
    return { id: `scope-${scope.in === "sprint" ? scope.sprint : scope.in}`, section, label, on: said === now, turned: { ...filter, scope: said === now ? undefined : scope }, one: true };
  });
}

function state(filter: BacklogFilter, kind: YesNo, yes: boolean): Choice {
  const on = filter[kind] === yes;
  return { id: `${kind}-${yes}`, section: "State", label: yesNo(kind, yes), on, turned: { ...filter, [kind]: on ? undefined : yes } };
}

function many<T extends string | null>(filter: BacklogFilter, kind: "types" | "epics" | "labels" | "assignees", section: string, value: T, label: string): Choice {
  const chosen = (filter[kind] ?? []) as T[];
  const on = chosen.includes(value);
  return { id: `${kind}-${value ?? ""}`, section, label, on, turned: { ...filter, [kind]: on ? chosen.filter((other) => other !== value) : [...chosen, value] } };
}
