import Scatter from "@lucide/svelte/icons/chart-scatter";
import Download from "@lucide/svelte/icons/download";
import Spade from "@lucide/svelte/icons/spade";
import Target from "@lucide/svelte/icons/target";
import Upload from "@lucide/svelte/icons/upload";
import type { Binding } from "$lib/keys";
import { openItemPage } from "../item";
import type { BacklogRoom } from "./room.svelte";

/** What the keys do anywhere in the room. */
export function roomKeys(room: BacklogRoom): Binding[] {
  const { finding } = room;
  return [
    { keys: "N", label: "New item", run: () => room.add() },
    { keys: "/", label: "Search the backlog", run: () => room.search() },
    { keys: "Mod+F", label: "Search the backlog", run: () => room.search(), inFields: true, unlisted: true },
    { keys: "F", label: "Filter", run: () => finding.open("filter", true) },
    { keys: "Shift+F", label: "Clear the filter", run: () => (finding.filtered ? void room.clearFilter() : false) },
    { keys: "S", label: "Sort", run: () => finding.open("sort", true) },
    { keys: "V", label: "Saved views", run: () => finding.open("views", true) },
    { keys: "Shift+G", label: "Product Goal, its measure and its history", icon: Target, run: () => room.toggleGoal() },
    { keys: "Shift+V", label: "Value and effort, or the list", icon: Scatter, run: () => room.togglePlane() },
    { keys: "Mod+Shift+P", label: "Planning Poker over all without an estimate", icon: Spade, run: () => void room.playUnestimated() },
    { keys: "Mod+Shift+E", label: "Export the Product Backlog", icon: Download, run: () => void (room.transfer = "export") },
    { keys: "Mod+Shift+U", label: "Import a file", icon: Upload, run: () => void (room.transfer = "import") },
  ];
}

/** What the keys do on the rows. */
export function listKeys(room: BacklogRoom): Binding[] {
  const { list, acts } = room;
  const edit = (field: "title" | "estimate" | "type") => () => {
    if (!list.current) return false;
    list.edit(list.current.id, field);
  };
  const open = () => {
    if (!list.current) return false;
    room.openByKey(list.current.id);
  };
  return [
    { keys: "ArrowDown", label: "Next row", run: () => list.step(1) },
    { keys: "ArrowUp", label: "Previous row", run: () => list.step(-1) },
    { keys: "PageDown", label: "A page down", run: () => list.page(1), unlisted: true },
    { keys: "PageUp", label: "A page up", run: () => list.page(-1), unlisted: true },
    { keys: "Home", label: "First row", run: () => list.go(0) },
    { keys: "End", label: "Last row", run: () => list.go(Infinity) },
    { keys: "Enter", label: "Open", run: open },
    { keys: "Shift+Enter", label: "Open its page", run: () => (list.current ? openItemPage(list.current.id) : false) },
    { keys: "Space", label: "Lift, then move with the arrows", run: () => void room.reorder.start() },
    { keys: "X", label: "Select", run: () => list.toggle(list.cursor.index) },
    { keys: "Shift+ArrowDown", label: "Extend the selection down", run: () => void list.extend(list.cursor.index + 1) },
    { keys: "Shift+ArrowUp", label: "Extend the selection up", run: () => void list.extend(list.cursor.index - 1) },
    { keys: "Shift+Home", label: "Extend the selection to the top", run: () => void list.extend(0), unlisted: true },
    { keys: "Shift+End", label: "Extend the selection to the bottom", run: () => void list.extend(Infinity), unlisted: true },
    { keys: "Mod+A", label: "Select everything shown", run: () => void list.selectAll() },
    { keys: "Shift+F10", label: "Menu of the row", run: () => (room.showMenuHere() ? undefined : false) },
    { keys: "ContextMenu", label: "Menu of the row", run: () => (room.showMenuHere() ? undefined : false), unlisted: true },
    { keys: "R", label: "Rename", run: edit("title") },
    { keys: "F2", label: "Rename", run: edit("title"), unlisted: true },
    { keys: "E", label: "Estimate", run: edit("estimate") },
    { keys: "T", label: "Change the type", run: edit("type") },
    { keys: "Shift+E", label: "Edit all that is selected", run: () => (room.subjects.length > 0 ? room.ask("edit", room.subjects) : false) },
    { keys: "Mod+Shift+ArrowUp", label: "Move to the top", run: () => void acts.move(room.subjects, { to: "top" }) },
    { keys: "Mod+Shift+ArrowDown", label: "Move to the bottom", run: () => void acts.move(room.subjects, { to: "bottom" }) },
    { keys: "A", label: "Move what is selected above this row", run: () => (acts.beside("before", list.current) ? undefined : false) },
    { keys: "Shift+A", label: "Move what is selected below this row", run: () => (acts.beside("after", list.current) ? undefined : false) },
    { keys: "P", label: "Move to a position", run: () => room.ask("position", room.subjects) },
    { keys: "Shift+P", label: "Planning Poker", icon: Spade, run: () => (room.subjects.length > 0 ? void room.play(room.subjects) : false) },
    { keys: "Shift+S", label: "Split", run: () => (room.subjects.length === 1 ? void room.split(room.subjects) : false) },
    { keys: "M", label: "Merge duplicates", run: () => (room.subjects.length > 0 ? void room.merge(room.subjects) : false) },
    { keys: "Delete", label: "Delete", run: () => (room.subjects.length > 0 ? void room.remove(room.subjects) : false) },
    { keys: "Escape", label: "Clear the selection, or close the details", run: () => (room.escape() ? undefined : false) },
  ];
}
