import Box from "@lucide/svelte/icons/box";
import CalendarRange from "@lucide/svelte/icons/calendar-range";
import CircleCheckBig from "@lucide/svelte/icons/circle-check-big";
import Columns3 from "@lucide/svelte/icons/columns-3";
import Database from "@lucide/svelte/icons/database";
import LayoutTemplate from "@lucide/svelte/icons/layout-template";
import ListChecks from "@lucide/svelte/icons/list-checks";
import NotebookText from "@lucide/svelte/icons/notebook-text";
import Scale from "@lucide/svelte/icons/scale";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import type { Component } from "svelte";
import type { IconType } from "$lib/components";
import AppearanceSection from "./AppearanceSection.svelte";
import BoardSection from "./BoardSection.svelte";
import DoneSection from "./DoneSection.svelte";
import NotesSection from "./NotesSection.svelte";
import ProductSection from "./ProductSection.svelte";
import ReadySection from "./ReadySection.svelte";
import RhythmSection from "./RhythmSection.svelte";
import RulesSection from "./RulesSection.svelte";
import TemplatesSection from "./TemplatesSection.svelte";
import WorkspaceSection from "./WorkspaceSection.svelte";

export type Section = { id: string; title: string; text: string; icon: IconType; group: "product" | "workspace"; view: Component };

export const SECTIONS: readonly Section[] = [
  { id: "product", title: "Product", text: "What it is called and what it is for.", icon: Box, group: "product", view: ProductSection },
  { id: "rhythm", title: "Rhythm", text: "When the team works. Sprints already planned keep their dates.", icon: CalendarRange, group: "product", view: RhythmSection },
  { id: "rules", title: "Estimates and roles", text: "How items are sized, and how closely roles are kept.", icon: Scale, group: "product", view: RulesSection },
  { id: "board", title: "Board columns", text: "The team's own workflow, from left to right.", icon: Columns3, group: "product", view: BoardSection },
  { id: "ready", title: "Definition of Ready", text: "What an item should meet before a sprint takes it. Optional.", icon: ListChecks, group: "product", view: ReadySection },
  { id: "done", title: "Definition of Done", text: "What every item must meet before it enters Done.", icon: CircleCheckBig, group: "product", view: DoneSection },
  { id: "templates", title: "Templates", text: "What new items of a kind begin with. They are offered where an item is added.", icon: LayoutTemplate, group: "product", view: TemplatesSection },
  { id: "notes", title: "Release notes", text: "How they are written from what an increment holds. They can be worded anew in each release.", icon: NotebookText, group: "product", view: NotesSection },
  { id: "workspace", title: "Workspace", text: "The file that holds everything, and the products in it.", icon: Database, group: "workspace", view: WorkspaceSection },
  { id: "appearance", title: "Appearance", text: "For this window alone.", icon: SunMoon, group: "workspace", view: AppearanceSection },
];
