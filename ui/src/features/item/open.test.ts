import { beforeEach, expect, it } from "vitest";
import type { Sprint } from "$lib/contract";
import { router } from "$lib/router.svelte";
import { openItem } from "./open";

const SPRINTS = [{ id: "now", state: "active" }, { id: "next", state: "planned" }, { id: "past", state: "closed" }] as Sprint[];
const item = (sprint: string | null, column: string | null, resolution: "done" | "cancelled" | null = null) => ({ id: "i1", key: "HBR-1", sprint, column, resolution });

beforeEach(() => router.go("team"));

it.each([
  ["in the backlog", item(null, null), "#/backlog/i1"],
  ["on the board", item("now", "doing"), "#/board/HBR-1"],
  ["Done in the sprint that runs", item("now", "done", "done"), "#/board/HBR-1"],
  ["cancelled in it", item("now", null, "cancelled"), "#/backlog/i1"],
  ["planned", item("next", null), "#/backlog/i1"],
  ["Done long ago", item("past", null, "done"), "#/backlog/i1"],
])("looks at an item %s where that shows it", (_, row, address) => {
  openItem(row, SPRINTS);
  expect(window.location.hash).toBe(address);
});

it("leaves the list looked at as it is", () => {
  router.to({ room: "backlog", params: [], query: "type=fix" });
  openItem(item(null, null), SPRINTS);
  expect(window.location.hash).toBe("#/backlog/i1?type=fix");
});
