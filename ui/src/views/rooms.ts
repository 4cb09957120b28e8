import CalendarRange from "@lucide/svelte/icons/calendar-range";
import History from "@lucide/svelte/icons/history";
import Layers from "@lucide/svelte/icons/layers";
import ListOrdered from "@lucide/svelte/icons/list-ordered";
import MapIcon from "@lucide/svelte/icons/map";
import OctagonAlert from "@lucide/svelte/icons/octagon-alert";
import PackageCheck from "@lucide/svelte/icons/package-check";
import Presentation from "@lucide/svelte/icons/presentation";
import RotateCcw from "@lucide/svelte/icons/rotate-ccw";
import Settings from "@lucide/svelte/icons/settings";
import Sprout from "@lucide/svelte/icons/sprout";
import SquareKanban from "@lucide/svelte/icons/square-kanban";
import Sun from "@lucide/svelte/icons/sun";
import Users from "@lucide/svelte/icons/users";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import type { Component } from "svelte";
import type { IconType } from "$lib/components";

/** What every room is given: the parts of the address after the room's own. */
export type RoomProps = { params: string[] };
export type Room = {
  id: string;
  title: string;
  icon: IconType;
  /** After `G`. */
  letter: string;
  /** Where the rail lists it; `sprint` stands on the route line. */
  group: "top" | "sprint" | "more" | "foot";
  load: () => Promise<{ default: Component<RoomProps> | Component<Record<string, never>> }>;
};

/** The rooms of the window, in the order of the rail. Each is loaded when it is first entered. */
export const ROOMS: readonly Room[] = [
  { id: "today", title: "Today", icon: Sun, letter: "Y", group: "top", load: () => import("./today/Today.svelte") },
  { id: "backlog", title: "Product Backlog", icon: ListOrdered, letter: "B", group: "top", load: () => import("./backlog/Backlog.svelte") },
  { id: "epics", title: "Epics", icon: Layers, letter: "L", group: "top", load: () => import("./epics/Epics.svelte") },
  { id: "planning", title: "Planning", icon: MapIcon, letter: "P", group: "sprint", load: () => import("./planning/Planning.svelte") },
  { id: "board", title: "Board", icon: SquareKanban, letter: "O", group: "sprint", load: () => import("./board/Board.svelte") },
  { id: "daily", title: "Daily Scrum", icon: MessagesSquare, letter: "D", group: "sprint", load: () => import("./daily/Daily.svelte") },
  { id: "review", title: "Sprint Review", icon: Presentation, letter: "V", group: "sprint", load: () => import("./review/Review.svelte") },
  { id: "retrospective", title: "Retrospective", icon: RotateCcw, letter: "R", group: "sprint", load: () => import("./retrospective/Retrospective.svelte") },
  { id: "impediments", title: "Impediments", icon: OctagonAlert, letter: "I", group: "more", load: () => import("./impediments/Impediments.svelte") },
  { id: "improvements", title: "Improvements", icon: Sprout, letter: "M", group: "more", load: () => import("./improvements/Improvements.svelte") },
  { id: "increments", title: "Increments", icon: PackageCheck, letter: "N", group: "more", load: () => import("./increments/Increments.svelte") },
  { id: "sprints", title: "Sprints", icon: CalendarRange, letter: "S", group: "more", load: () => import("./sprints/Sprints.svelte") },
  { id: "team", title: "Team", icon: Users, letter: "T", group: "more", load: () => import("./team/Team.svelte") },
  { id: "history", title: "History", icon: History, letter: "H", group: "more", load: () => import("./history/History.svelte") },
  { id: "settings", title: "Settings", icon: Settings, letter: "E", group: "foot", load: () => import("./settings/Settings.svelte") },
];

/** Rooms that are entered from a thing itself: no rail or key leads there. */
export const PAGES: readonly Pick<Room, "id" | "title" | "load">[] = [
  { id: "item", title: "Item", load: () => import("./item/Item.svelte") },
];

/** The room of an address. */
export const roomAt = (id: string) => [...ROOMS, ...PAGES].find((room) => room.id === id);

export const FIRST_ROOM = "today";
