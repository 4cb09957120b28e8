import CircleAlert from "@lucide/svelte/icons/circle-alert";
import ChartLine from "@lucide/svelte/icons/chart-line";
import CircleCheck from "@lucide/svelte/icons/circle-check";
import ListFilter from "@lucide/svelte/icons/list-filter";
import ListX from "@lucide/svelte/icons/list-x";
import Plus from "@lucide/svelte/icons/plus";
import Rows3 from "@lucide/svelte/icons/rows-3";
import UserRound from "@lucide/svelte/icons/user-round";
import type { Binding } from "$lib/keys";
import { openItemPage } from "../item";
import type { BoardRoom } from "./room.svelte";

/** A key that did nothing is left to whoever else wants it. */
const unless = (done: boolean): void | false => (done ? undefined : false);

/** What the keys do anywhere in the room. */
export function roomKeys(room: BoardRoom): Binding[] {
  if (!room.sprint) return [];
  return [
    { keys: "V", label: "Columns, lanes of items, lanes of people", icon: Rows3, run: () => room.looking.nextCut() },
    { keys: "/", label: "Find on the board", run: () => room.looking.field?.focus() },
    { keys: "F", label: "Filter", icon: ListFilter, run: () => room.looking.open("filter", true) },
    { keys: "M", label: "Only mine, or all", icon: UserRound, run: () => unless(room.looking.toggleMine()) },
    { keys: "X", label: "Only what is blocked, or all", icon: CircleAlert, run: () => room.looking.toggleBlocked() },
    { keys: "Shift+F", label: "Clear the filters", icon: ListX, run: () => (room.looking.isFiltered ? room.looking.clear() : false) },
    { keys: "N", label: "Add items to the sprint", icon: Plus, run: () => room.ask("add") },
    { keys: "C", label: "Show or hide the burndown", icon: ChartLine, run: () => room.showChart() },
    { keys: "Shift+C", label: "Close the sprint", icon: CircleCheck, run: () => room.ask("close") },
    { keys: "Escape", label: "Close the panel", run: () => (room.opened || room.chart ? room.leave() : false), unlisted: true },
  ];
}

/** What the keys do on the cards. */
export function cardKeys(room: BoardRoom): Binding[] {
  const go = (keys: string, label: string): Binding => ({ keys, label, run: () => unless(room.step(keys)) });
  const cursor = (act: (card: NonNullable<BoardRoom["cursor"]>) => void) => () => {
    // The head of a person's lane folds it, as any button does what it is for.
    if (!room.cursor) return false;
    act(room.cursor);
  };
  return [
    go("ArrowDown", "Next card"),
    go("ArrowUp", "Previous card"),
    go("ArrowRight", "Next column"),
    go("ArrowLeft", "Previous column"),
    { ...go("Home", "First card of the column"), unlisted: true },
    { ...go("End", "Last card of the column"), unlisted: true },
    { keys: "Space", label: "Lift, then move with the arrows", run: () => room.startLift() },
    { keys: "Enter", label: "Open", run: cursor((card) => room.open(card, true)) },
    { keys: "Shift+Enter", label: "Open its page", run: cursor((card) => openItemPage(card.id)) },
    { keys: "T", label: "Show the tasks, or add one in a lane of an item", run: () => unless(room.showTasks()) },
    { keys: "L", label: "Fold or unfold the lane", run: () => unless(room.fold()) },
    { keys: "A", label: "Assign people", run: () => unless(room.edit("people")) },
    { keys: "E", label: "Estimate", run: () => unless(room.edit("estimate")) },
    { keys: "B", label: "Raise an impediment", run: () => unless(room.raise()) },
    { keys: "Delete", label: "Delete the task", run: () => unless(room.removeTask()), unlisted: room.cut !== "items" },
  ];
}
