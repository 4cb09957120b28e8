import { describe, expect, it, vi } from "vitest";
import type { ItemRow } from "$lib/contract";
import type { ItemSearch, Offer } from "../item";
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

const offer = (key: string, byKey = false): Offer => ({ item: { id: key, key, title: `Item ${key}` } as ItemRow, title: [{ text: `Item ${key}`, hit: false }], snippet: [], byKey });
/** What finds items, with these found. */
const finding = (...offers: Offer[]) => ({ offers, text: "", looking: false, waiting: false, error: null }) as unknown as ItemSearch;

/** A palette just opened, with this typed. */
function typed(text: string, search?: ItemSearch, open?: (offer: Offer) => void): Palette {
  const palette = new Palette(search, open);
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

describe("items in the palette", () => {
  it("come after what is there already, in the order they were found in", () => {
    expect(shown(typed("imp", finding(offer("H-2"), offer("H-1"))))).toEqual(["Go to: Impediments", "Do: Raise an impediment", "Items: Item H-2, Item H-1"]);
  });

  it("come first where one is asked for by its key", () => {
    expect(shown(typed("14", finding(offer("H-14", true))))).toEqual(["Items: Item H-14", "Sprints: Sprint 14"]);
    // Every key begins like this.
    expect(shown(typed("board", finding(offer("BOARD-2", true))))).toEqual(["Go to: Board", "Items: Item BOARD-2"]);
  });

  it.each([
    ["#", "", ["Items: Item H-1"]],
    ["# rope", "rope", ["Items: Item H-1"]],
    [" rope ", "rope", ["Items: Item H-1"]],
    ["", "", ["Do: Raise an impediment, Undo", "Go to: Impediments, Board", "Sprints: Sprint 14", "Act as: Tomasz Wójcik"]],
    ["> undo", "", ["Do: Undo"]],
  ])("are looked for as %j says", (text, words, sections) => {
    const search = finding(offer("H-1"));
    expect(shown(typed(text, search))).toEqual(sections);
    expect([search.text, search.looking]).toEqual([words, true]);
  });

  it("are few among everything else, and all when there is nothing else", () => {
    const many = Array.from({ length: 20 }, (_, at) => offer(`H-${at}`));
    expect(typed("rope", finding(...many)).count).toBe(6);
    expect(typed("#rope", finding(...many)).count).toBe(20);
  });

  it("are opened by what is given for that, and not asked for any more once it is closed", () => {
    const open = vi.fn();
    const search = finding(offer("H-1"));
    const palette = typed("#h", search, open);
    palette.chosen?.run();
    palette.close();
    expect(open.mock.calls).toMatchObject([[{ item: { key: "H-1" } }]]);
    expect(search.looking).toBe(false);
  });
});
