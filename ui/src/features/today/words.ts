import type { Need, NeedKind, NeedRow, NextEvent, ScrumEvent } from "$lib/contract";
import { clock } from "$lib/clock.svelte";
import { ago, count, day as dayOf, shortDay } from "$lib/format";
import { href } from "$lib/router.svelte";

/** What a need is called, given how many there are. */
const TITLES: Record<NeedKind, (need: Need) => string> = {
  myBlocked: ({ count: n }) => (n === 1 ? "An item of yours is blocked" : `${n} items of yours are blocked`),
  myItems: () => "You are working on",
  myTasks: ({ count: n }) => `Your ${n === 1 ? "task" : `${n} tasks`}`,
  waiting: ({ count: n }) => (n === 1 ? "Nobody has taken on a card in To Do" : `Nobody has taken on ${n} cards in To Do`),
  unacknowledged: ({ count: n }) => (n === 1 ? "Take note of a new impediment" : `Take note of ${n} new impediments`),
  ageing: ({ count: n }) => (n === 1 ? "An impediment takes long: who can help?" : `${n} impediments take long: who can help?`),
  improvementsDue: ({ count: n }) => (n === 1 ? "An improvement is due for review" : `${n} improvements are due for review`),
  dailiesSkipped: ({ count: n, rows: [first] }) => (n === 1 && first ? `No Daily Scrum was kept on ${shortDay(first.title)}` : `${count(n, "working day")} of this sprint without a Daily Scrum`),
  unestimated: ({ count: n }) => `${count(n, "item")} at the top of the backlog ${n === 1 ? "has" : "have"} no estimate`,
  notReady: ({ count: n }) => `${count(n, "item")} at the top of the backlog ${n === 1 ? "is" : "are"} not ready`,
  noGoal: () => "The product has no Product Goal",
  goalUnmeasured: () => "The Product Goal has no measure",
  goalMeasuredLongAgo: ({ day }) => (day ? `The Product Goal was last measured on ${dayOf(day)}` : "The Product Goal was never measured"),
  nextSprintUnplanned: ({ rows }) => (rows[0] ? `${rows[0].title} has ${rows[0].note ?? "no items"} yet` : "The next sprint is not planned"),
  waitingForAcceptance: ({ count: n }) => (n === 1 ? "An item is built: say whether it is Done" : `${n} items are built: say whether they are Done`),
  nextReview: ({ day }) => (day ? `The next Sprint Review is on ${shortDay(day)}` : "The next Sprint Review"),
  lastIncrement: ({ rows }) => (rows[0]?.note ? `Released last: ${rows[0].note}` : "The last increment"),
};

export const titleOf = (need: Need): string => TITLES[need.kind](need);

/** Where one sees to a need as a whole. */
const PLACES: Record<NeedKind, string> = {
  myBlocked: "board", myItems: "board", myTasks: "board", waiting: "board", waitingForAcceptance: "board",
  unacknowledged: "impediments", ageing: "impediments", improvementsDue: "improvements", dailiesSkipped: "daily",
  unestimated: "backlog", notReady: "backlog", noGoal: "backlog", goalUnmeasured: "backlog", goalMeasuredLongAgo: "backlog",
  nextSprintUnplanned: "planning", nextReview: "review", lastIncrement: "increments",
};

export const placeOf = ({ kind }: Need): string => href(PLACES[kind]);

/** Where one of the rows of a need leads. */
export function rowPlace({ kind }: Need, row: NeedRow): string {
  switch (PLACES[kind]) {
    case "board": return href("board", row.key);
    case "backlog": return href("backlog", row.id);
    case "impediments": return href("impediments", row.id);
    case "improvements": return href("improvements", row.key);
    case "increments": return href("increments", row.id);
    case "planning": return href("planning", row.id);
    default: return href(PLACES[kind]);
  }
}

/** Rows of these needs say nothing that their title does not. */
export const TITLE_ONLY: readonly NeedKind[] = ["nextSprintUnplanned", "noGoal", "goalUnmeasured", "goalMeasuredLongAgo"];

/** What a row is called. */
export const rowTitle = ({ kind }: Need, row: NeedRow): string => (kind === "dailiesSkipped" ? shortDay(row.title) : row.title);

const OF_ITEMS: readonly NeedKind[] = ["myBlocked", "myItems", "waiting", "waitingForAcceptance", "unestimated", "notReady"];

/** What a need shows: its rows, those that stand above already, and how many more there are. */
export type ShownNeed = { rows: NeedRow[]; above: NeedRow[]; more: number };

/** What each need shows: an item that several needs are about stands in the first of them. */
export function rowsOnce(needs: readonly Need[]): Map<Need, ShownNeed> {
  const told = new Set<string>();
  return new Map(
    needs.map((need) => {
      if (TITLE_ONLY.includes(need.kind) || (need.kind === "dailiesSkipped" && need.count === 1)) return [need, { rows: [], above: [], more: 0 }];
      const again = ({ id }: NeedRow) => OF_ITEMS.includes(need.kind) && told.has(id);
      const [rows, above] = [need.rows.filter((row) => !again(row)), need.rows.filter(again)];
      if (OF_ITEMS.includes(need.kind)) for (const { id } of rows) told.add(id);
      return [need, { rows, above, more: need.kind === "lastIncrement" ? 0 : need.count - need.rows.length }];
    }),
  );
}

/** "HBR-4 and HBR-7 stand above." */
export function aboveInWords(above: readonly NeedRow[]): string {
  const keys = above.map(({ key }) => key);
  return `${[keys.slice(0, -1).join(", "), keys.at(-1)].filter(Boolean).join(" and ")} ${keys.length === 1 ? "stands" : "stand"} above.`;
}

/** What stands at the right of a row: the column and since when, or how long it waits. */
export function noteOf({ kind }: Need, row: NeedRow, zone: string, now: Date = clock.now()): string {
  if (kind === "lastIncrement") return row.since ? ago(row.since, zone, now) : "";
  const since = row.since ? ago(row.since, zone, now).replace(" ago", "") : "";
  return [row.note, since && since !== "just now" ? since : ""].filter(Boolean).join(", ");
}

type Shown = { title: string; text: (event: NextEvent) => string; button: (event: NextEvent) => string; room: string };

/** The events, each with what it is for and what its button says. */
export const EVENTS: Record<ScrumEvent, Shown> = {
  planning: {
    title: "Sprint Planning", room: "planning", text: ({ sprintName, day }) => (sprintName ? `${sprintName} begins on ${shortDay(day)}.` : "No sprint is planned."),
    button: () => "Plan the sprint",
  },
  daily: { title: "Daily Scrum", room: "daily", text: ({ sprintName }) => `15 minutes towards the goal of ${sprintName ?? "the sprint"}.`, button: ({ underWay, now }) => (underWay ? "Go on with the Daily Scrum" : now ? "Start the Daily Scrum" : "Open the Daily Scrum") },
  review: { title: "Sprint Review", room: "review", text: ({ sprintName }) => `What ${sprintName ?? "the sprint"} came to, and what comes next.`, button: ({ underWay }) => (underWay ? "Go on with the Review" : "Open the Review") },
  close: { title: "Close the sprint", room: "board", text: ({ sprintName }) => `${sprintName ?? "The sprint"} was reviewed. Decide what becomes of what is unfinished.`, button: () => "Open the board" },
  retrospective: { title: "Retrospective", room: "retrospective", text: ({ sprintName }) => `How ${sprintName ?? "the sprint"} went, and what to try next.`, button: ({ underWay }) => (underWay ? "Go on with the retrospective" : "Open the retrospective") },
};

/** Where the next event takes place. */
export function eventPlace(event: NextEvent): string[] {
  const shown = EVENTS[event.event];
  if (event.event === "planning" && event.sprint) return ["planning", event.sprint];
  if (event.event === "review" && event.sprint) return ["review", event.sprint];
  if (event.event === "retrospective" && event.retro) return ["retrospective", event.retro];
  return [shown.room];
}

/** When the next event is: "now", "today", "tomorrow", or its day. */
export function whenOf({ day, underWay }: NextEvent, today: string): string {
  if (underWay) return "Going on now";
  if (day <= today) return "Today";
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return days === 1 ? "Tomorrow" : shortDay(day);
}
