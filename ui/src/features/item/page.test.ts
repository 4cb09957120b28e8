import { beforeEach, expect, test, vi } from "vitest";
import { leaveItemPage, openItemPage, rowLeft } from "./page";

beforeEach(() => {
  window.history.replaceState(null, "", "#/backlog");
});

test("the step that is left knows the row", () => {
  expect(rowLeft()).toBe(null);
  // The step is marked while it is still the one that stands.
  const marked = vi.spyOn(window.history, "replaceState").mockImplementation((state) => expect([state, window.location.hash]).toEqual([{ row: "item-1" }, "#/backlog"]));
  openItemPage("item-1");
  expect(marked).toHaveBeenCalledOnce();
  expect(window.location.hash).toBe("#/item/item-1");
  marked.mockRestore();
});

test("where nothing is behind the page, it gives way to the Product Backlog", () => {
  vi.useFakeTimers();
  vi.spyOn(window.history, "back").mockImplementation(() => {});
  window.history.replaceState(null, "", "#/item/item-1");
  leaveItemPage("item-1");
  vi.runAllTimers();
  expect(window.location.hash).toBe("#/backlog/item-1");
  vi.useRealTimers();
});

test("what other steps remember is no row", () => {
  for (const state of ["row", { row: 3 }, []]) {
    window.history.replaceState(state, "");
    expect(rowLeft()).toBe(null);
  }
  window.history.replaceState({ row: "item-1" }, "");
  expect(rowLeft()).toBe("item-1");
});
