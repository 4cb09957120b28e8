import ArrowDownFromLine from "@lucide/svelte/icons/arrow-down-from-line";
import ArrowDownToLine from "@lucide/svelte/icons/arrow-down-to-line";
import ArrowUpFromLine from "@lucide/svelte/icons/arrow-up-from-line";
import ArrowUpToLine from "@lucide/svelte/icons/arrow-up-to-line";
import Ban from "@lucide/svelte/icons/ban";
import CalendarPlus from "@lucide/svelte/icons/calendar-plus";
import Download from "@lucide/svelte/icons/download";
import Hash from "@lucide/svelte/icons/hash";
import MapIcon from "@lucide/svelte/icons/map";
import Merge from "@lucide/svelte/icons/merge";
import OctagonAlert from "@lucide/svelte/icons/octagon-alert";
import PanelRight from "@lucide/svelte/icons/panel-right";
import Pencil from "@lucide/svelte/icons/pencil";
import Spade from "@lucide/svelte/icons/spade";
import Split from "@lucide/svelte/icons/split";
import PencilLine from "@lucide/svelte/icons/pencil-line";
import Trash from "@lucide/svelte/icons/trash-2";
import Upload from "@lucide/svelte/icons/upload";
import type { MenuEntry } from "$lib/components";
import type { Id } from "$lib/contract";
import { count } from "$lib/format";
import { router } from "$lib/router.svelte";
import type { BacklogRoom, MenuAt } from "./room.svelte";

/** The sprints that items can be taken into, or the way to plan one. */
export function sprintEntries(room: BacklogRoom, ids: readonly Id[], lead = ""): MenuEntry[] {
  const plan: MenuEntry = { label: "Plan a sprint", icon: MapIcon, run: () => router.go("planning") };
  if (room.sprints.length === 0) return [plan];
  return room.sprints.map((sprint) => ({
    label: `${lead}${sprint.name}`,
    detail: sprint.state === "active" ? "Runs now: a change of its scope" : undefined,
    icon: CalendarPlus,
    run: () => void room.acts.takeInto(sprint.id, ids),
  }));
}

/** What the menu of a row offers, for that row or for all that are selected with it. */
export function rowEntries(room: BacklogRoom, { row, ids }: MenuAt): MenuEntry[] {
  const one: MenuEntry[] = [
    { label: "Open", icon: PanelRight, kbd: "Enter", run: () => room.openByKey(row.id) },
    { label: "Rename", icon: Pencil, kbd: "R", run: () => room.list.edit(row.id, "title") },
  ];
  const many: MenuEntry[] = [
    { title: count(ids.length, "selected item") },
    { label: "Edit…", icon: PencilLine, kbd: "Shift+E", run: () => room.ask("edit", ids) },
  ];
  const { selection } = room.list;
  const selected = count(selection.size, "selected item");
  const beside: MenuEntry[] = selection.size === 0 || selection.has(row.id) ? [] : [
    "separator",
    { label: `Move ${selected} above this`, icon: ArrowUpFromLine, kbd: "A", run: () => void room.acts.beside("before", row) },
    { label: `Move ${selected} below this`, icon: ArrowDownFromLine, kbd: "Shift+A", run: () => void room.acts.beside("after", row) },
  ];
  return [...(ids.length === 1 ? one : many), ...beside, "separator", ...placeEntries(room, ids)];
}

/** One item into several, several into one. */
function structureEntries(room: BacklogRoom, ids: readonly Id[]): MenuEntry[] {
  const split: MenuEntry = { label: "Split…", icon: Split, kbd: "Shift+S", run: () => void room.split(ids) };
  return [...(ids.length === 1 ? [split] : []), { label: ids.length === 1 ? "Merge with a duplicate…" : "Merge duplicates…", icon: Merge, kbd: "M", run: () => void room.merge(ids) }];
}

/** What can be done with the backlog as a whole. */
export function backlogEntries(room: BacklogRoom): MenuEntry[] {
  return [
    { label: "Estimate all without an estimate…", detail: "Planning Poker", icon: Spade, kbd: "Mod+Shift+P", run: () => void room.playUnestimated() },
    "separator",
    { label: "Export…", icon: Download, kbd: "Mod+Shift+E", run: () => void (room.transfer = "export") },
    { label: "Import a file…", icon: Upload, kbd: "Mod+Shift+U", run: () => void (room.transfer = "import") },
  ];
}

/** What can be done with items of the backlog wherever they are named. */
export function placeEntries(room: BacklogRoom, ids: readonly Id[]): MenuEntry[] {
  const { acts } = room;
  return [
    { label: "Move to the top", icon: ArrowUpToLine, kbd: "Mod+Shift+ArrowUp", run: () => void acts.move(ids, { to: "top" }) },
    { label: "Move to position…", icon: Hash, kbd: "P", run: () => room.ask("position", ids) },
    { label: "Move to the bottom", icon: ArrowDownToLine, kbd: "Mod+Shift+ArrowDown", run: () => void acts.move(ids, { to: "bottom" }) },
    "separator",
    ...sprintEntries(room, ids, "Take into "),
    { label: ids.length === 1 ? "Planning Poker…" : `Planning Poker over ${ids.length}…`, icon: Spade, kbd: "Shift+P", run: () => void room.play(ids) },
    ...structureEntries(room, ids),
    { label: "Raise an impediment…", icon: OctagonAlert, run: () => void room.raise(ids) },
    "separator",
    { label: "Cancel…", icon: Ban, run: () => room.ask("cancel", ids) },
    { label: "Delete", icon: Trash, kbd: "Delete", danger: true, run: () => void room.remove(ids) },
  ];
}
