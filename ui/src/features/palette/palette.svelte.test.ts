import { describe, expect, it, vi } from "vitest";
import { Palette, type Entry } from "./palette.svelte";

const entry = (section: string, label: string, more: Partial<Entry> = {}): Entry => ({ id: `${section}-${label}`, section, label, run: vi.fn(), ...more });
const ENTRIES = [
  entry("Do", "Raise an impediment", { acts: true }),
  entry("Do", "Undo", { acts: true }),
  entry("Go to", "Impediments"),
  entry("Go to", "Board"),
  entry("Sprints", "Sprint 14", { detail: "9 – 20 March, active" }),
  entry("Act as", "Tomasz Wójcik", { acts: true }),
];

/** A palette just opened, with this typed. */
function typed(text: string): Palette {
  const palette = new Palette();
  palette.start(ENTRIES, document.body);
  palette.type(text);
  return palette;
}
const shown = (palette: Palette) => palette.sections.map(({ title, found }) => `${title}: ${found.map(({ entry }) => entry.label).join(", ")}`);

describe("the command palette", () => {
  it("lists everything in its order while nothing is typed", () => {
    expect(shown(typed(""))).toEqual(["Do: Raise an impediment, Undo", "Go to: Impediments, Board", "Sprints: Sprint 14", "Act as: Tomasz Wójcik"]);
  });

  it.each([
    ["imp", ["Go to: Impediments", "Do: Raise an impediment"]],
    ["> imp", ["Do: Raise an impediment"]],
    [">", ["Do: Raise an impediment, Undo", "Act as: Tomasz Wójcik"]],
    ["active", ["Sprints: Sprint 14"]],
    ["act woj", ["Act as: Tomasz Wójcik"]],
    ["nowhere", []],
  ])("puts the section with the best answer to %s first", (text, expected) => expect(shown(typed(text))).toEqual(expected));

  it("goes round and round, and starts at the best answer after each letter", () => {
    const palette = typed("");
    palette.move(-1);
    expect(palette.chosen?.label).toBe("Tomasz Wójcik");
    palette.move(1);
    palette.move(1);
    expect(palette.chosen?.label).toBe("Undo");
    palette.type("imp");
    expect(palette.chosen?.label).toBe("Impediments");
  });

  it("has nothing to choose when nothing answers", () => {
    const palette = typed("nowhere");
    palette.move(1);
    expect([palette.chosen, palette.count]).toEqual([null, 0]);
  });
});
