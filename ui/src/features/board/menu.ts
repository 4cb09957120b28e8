import ArrowRight from "@lucide/svelte/icons/arrow-right";
import Ban from "@lucide/svelte/icons/ban";
import Trash2 from "@lucide/svelte/icons/trash-2";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Hash from "@lucide/svelte/icons/hash";
import OctagonAlert from "@lucide/svelte/icons/octagon-alert";
import PanelRight from "@lucide/svelte/icons/panel-right";
import Spade from "@lucide/svelte/icons/spade";
import Split from "@lucide/svelte/icons/split";
import Undo2 from "@lucide/svelte/icons/undo-2";
import UserPlus from "@lucide/svelte/icons/user-plus";
import type { MenuEntry } from "$lib/components";
import type { Card, Task } from "$lib/contract";
import { poker } from "../poker";
import { splitting } from "../split";
import { columnOf, type Thing } from "./lanes";
import type { BoardRoom } from "./room.svelte";

function moves(room: BoardRoom, thing: Thing, from: string | null | undefined): MenuEntry[] {
  return room.columns.flatMap(({ column }): MenuEntry[] =>
    column.id === from ? [] : [{ label: `Move to ${column.name}`, icon: ArrowRight, run: () => room.send(thing, column) }],
  );
}

/** What the menu of a task offers in the lane of its item. */
export function taskEntries(room: BoardRoom, task: Task): MenuEntry[] {
  const card = room.cards.find(({ id }) => id === task.item);
  const open: MenuEntry[] = card ? [{ label: `Open ${card.key}`, icon: PanelRight, kbd: "Enter", run: () => room.open(card, true) }] : [];
  if (!card || card.done) return open;
  return [
    ...open,
    { label: "Who does it", icon: UserPlus, kbd: "A", run: () => void room.edit("people", task.id) },
    "separator",
    ...moves(room, task, room.columns[columnOf(task, room.columns)]?.column.id),
    "separator",
    { label: "Raise an impediment…", icon: OctagonAlert, kbd: "B", run: () => void room.raise(card) },
    { label: "Delete the task", icon: Trash2, kbd: "Delete", run: () => void room.removeTask(task) },
  ];
}

/** What the menu of a card offers. What changes the scope of the sprint says so before it is done. */
export function cardEntries(room: BoardRoom, card: Card): MenuEntry[] {
  const scope = "A change of the sprint's scope";
  const open: MenuEntry[] = [
    { label: "Raise an impediment…", icon: OctagonAlert, kbd: "B", run: () => void room.raise(card) },
    "separator",
    { label: "Split…", detail: scope, icon: Split, run: () => splitting.start(card.id) },
    { label: "Give back to the Product Backlog", detail: scope, icon: Undo2, run: () => void room.giveBack(card) },
    { label: "Cancel…", detail: scope, icon: Ban, run: () => room.ask("cancel", card) },
  ];
  return [
    { label: "Open", icon: PanelRight, kbd: "Enter", run: () => room.open(card, true) },
    { label: "Assign people", icon: UserPlus, kbd: "A", run: () => void room.edit("people", card.id) },
    ...(card.done ? [] : [{ label: "Planning Poker…", icon: Spade, run: () => poker.start([card.id]) }]),
    { label: "Estimate", icon: Hash, kbd: "E", run: () => void room.edit("estimate", card.id) },
    { label: room.cut === "items" ? "Add a task" : room.unfolded.has(card.id) ? "Hide the tasks" : "Show the tasks", icon: ListChecks, kbd: "T", disabled: room.cut === "items" && card.done, run: () => void room.showTasks(card) },
    "separator",
    ...moves(room, card, card.column),
    ...(card.done ? [] : (["separator", ...open] as MenuEntry[])),
  ];
}
