import ArrowRight from "@lucide/svelte/icons/arrow-right";
import Ban from "@lucide/svelte/icons/ban";
import Hash from "@lucide/svelte/icons/hash";
import OctagonAlert from "@lucide/svelte/icons/octagon-alert";
import PanelRight from "@lucide/svelte/icons/panel-right";
import Spade from "@lucide/svelte/icons/spade";
import Split from "@lucide/svelte/icons/split";
import Undo2 from "@lucide/svelte/icons/undo-2";
import UserPlus from "@lucide/svelte/icons/user-plus";
import type { MenuEntry } from "$lib/components";
import type { Card } from "$lib/contract";
import { poker } from "../poker";
import { splitting } from "../split";
import type { BoardRoom } from "./room.svelte";

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
    { label: "Assign people", icon: UserPlus, kbd: "A", run: () => void room.edit("people", card) },
    ...(card.done ? [] : [{ label: "Planning Poker…", icon: Spade, run: () => poker.start([card.id]) }]),
    { label: "Estimate", icon: Hash, kbd: "E", run: () => void room.edit("estimate", card) },
    "separator",
    ...room.columns.flatMap(({ column }, line): MenuEntry[] =>
      column.id === card.column ? [] : [{ label: `Move to ${column.name}`, icon: ArrowRight, run: () => room.send(card, line) }],
    ),
    ...(card.done ? [] : (["separator", ...open] as MenuEntry[])),
  ];
}
