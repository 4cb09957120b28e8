import type { BoardColumn, Card, Id, Person, Task } from "$lib/contract";

/** How the board is cut across: not at all, a lane for each item with its tasks, or a lane for each person. */
export type Cut = "none" | "items" | "people";
export const CUTS: readonly { value: Cut; label: string }[] = [
  { value: "none", label: "Columns" },
  { value: "items", label: "Items" },
  { value: "people", label: "People" },
];
/** What moves on the board: items, or in the lanes of items their tasks. */
export type Thing = Card | Task;

export type Lane = {
  key: string;
  name: string;
  /** Whose lane it is, in a board cut by items. */
  card?: Card;
  /** Whose lane it is, in a board cut by people; null is nobody's. */
  person?: Person | null;
  /** Nothing in it is left to do: it begins folded. */
  over: boolean;
  /** What stands in each column. */
  cells: Thing[][];
};

export const NOBODY = "nobody";

export function isTask(thing: Thing): thing is Task {
  return "item" in thing;
}

/** The column a task stands in: the one it was put into, or the first that means its state. */
export function columnOf(task: Task, columns: readonly BoardColumn[]): number {
  const put = columns.findIndex(({ column }) => column.id === task.column && column.category === task.state);
  return put >= 0 ? put : columns.findIndex(({ column }) => column.category === task.state);
}

/** The board in one piece. */
export function whole(columns: readonly BoardColumn[]): Lane[] {
  return [{ key: "all", name: "", over: false, cells: columns.map((column) => [...column.items]) }];
}

/** A lane for each item, in the order of the sprint, those that are Done last. Its cells hold its tasks. */
export function byItem(columns: readonly BoardColumn[], order: readonly Id[]): Lane[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const cards = columns.flatMap((column) => column.items);
  cards.sort((a, b) => Number(a.done) - Number(b.done) || (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity));
  return cards.map((card) => {
    const cells: Task[][] = columns.map(() => []);
    for (const task of card.steps) cells[columnOf(task, columns)]?.push(task);
    return { key: card.id, name: card.key, card, over: card.done, cells };
  });
}

/**
 * A lane for each person: those of the team, and whoever has a card. A card of several people stands in the lane of each of
 * them, since each of them has it in hand; it is one card all the same, and counts once.
 */
export function byPerson(columns: readonly BoardColumn[], team: readonly Person[], personOf: (id: Id) => Person | null): Lane[] {
  const people = new Map(team.map((person) => [person.id, person]));
  for (const card of columns.flatMap((column) => column.items)) {
    for (const id of card.assignees) {
      const person = people.has(id) ? null : personOf(id);
      if (person) people.set(id, person);
    }
  }
  const lane = (person: Person | null, has: (card: Card) => boolean): Lane => {
    const cells = columns.map((column) => column.items.filter(has));
    const cards = cells.flat();
    return { key: person?.id ?? NOBODY, name: person?.name ?? "Nobody", person, over: cards.length > 0 && cards.every((card) => card.done), cells };
  };
  const lanes = [...people.values()].map((person) => lane(person, (card) => card.assignees.includes(person.id)));
  return [...lanes, lane(null, (card) => card.assignees.length === 0)];
}

/** Who has a card after it went from one person's lane to another's: the others on it stay on it. */
export function given(assignees: readonly Id[], from: string, to: string): Id[] {
  if (to === NOBODY) return [];
  const others = assignees.filter((id) => id !== from && id !== to);
  const at = Math.max(0, assignees.indexOf(from));
  return others.toSpliced(Math.min(at, others.length), 0, to);
}

/** Where the focus is: on a thing, or on the head of a lane. */
export type Stop = { lane: string; id: Id | null };

/**
 * Where the arrows lead. Heads stand left of their lane in a board cut by items, above it in one cut by people; a folded
 * lane is its head. Columns without anything are passed over.
 */
export function step(lanes: readonly Lane[], cut: Cut, folded: (lane: Lane) => boolean, from: Stop, key: string): Stop {
  const at = lanes.findIndex((lane) => lane.key === from.lane);
  const lane = lanes[at];
  if (!lane) return from;
  const heads = cut !== "none";
  const head = (one: Lane | undefined): Stop | null => (one && heads ? { lane: one.key, id: null } : null);
  const open = (one: Lane) => (folded(one) ? [] : one.cells);
  const first = (one: Lane, delta = 1): Stop | null => {
    const cell = (delta > 0 ? open(one) : open(one).toReversed()).find((things) => things.length > 0);
    return cell ? { lane: one.key, id: cell[0]!.id } : null;
  };
  const cell = lane.cells.findIndex((things) => from.id !== null && things.some((thing) => thing.id === from.id));
  const things = lane.cells[cell] ?? [];
  const index = things.findIndex((thing) => thing.id === from.id);
  const sideways = (delta: number): Stop => {
    for (let to = cell + delta; to >= 0 && to < lane.cells.length; to += delta) {
      const found = lane.cells[to]!.at(Math.min(index, lane.cells[to]!.length - 1));
      if (found) return { lane: lane.key, id: found.id };
    }
    return (delta < 0 && cut === "items" && head(lane)) || from;
  };

  if (from.id === null) {
    if (key === "ArrowRight") return (cut === "items" && first(lane)) || from;
    if (key === "ArrowDown") return (cut === "people" && first(lane)) || head(lanes[at + 1]) || from;
    if (key === "ArrowUp") {
      const before = lanes[at - 1];
      const last = before && cut === "people" ? open(before).find((one) => one.length > 0)?.at(-1) : undefined;
      return last ? { lane: before!.key, id: last.id } : (head(before) ?? from);
    }
    return from;
  }
  switch (key) {
    case "ArrowRight":
      return sideways(1);
    case "ArrowLeft":
      return sideways(-1);
    case "Home":
      return { lane: lane.key, id: things[0]!.id };
    case "End":
      return { lane: lane.key, id: things.at(-1)!.id };
    case "ArrowDown": {
      if (things[index + 1]) return { lane: lane.key, id: things[index + 1]!.id };
      if (cut === "people") return head(lanes[at + 1]) ?? from;
      const next = lanes.slice(at + 1).find((one) => (open(one)[cell]?.length ?? 0) > 0);
      return next ? { lane: next.key, id: next.cells[cell]![0]!.id } : from;
    }
    case "ArrowUp": {
      if (index > 0) return { lane: lane.key, id: things[index - 1]!.id };
      if (cut === "people") return head(lane) ?? from;
      const next = lanes.slice(0, at).findLast((one) => (open(one)[cell]?.length ?? 0) > 0);
      return next ? { lane: next.key, id: next.cells[cell]!.at(-1)!.id } : from;
    }
    default:
      return from;
  }
}
