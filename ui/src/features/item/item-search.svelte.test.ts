import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BacklogWindow, ItemRow, Product, SearchItems } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { session } from "$lib/session.svelte";
import { fate, ItemSearch } from "./item-search.svelte";

const item = (id: string, more: Partial<ItemRow> = {}) => ({ id, key: `HBR-${id}`, title: `Item ${id}`, resolution: null, done: false, sprint: null, position: 1, ...more }) as ItemRow;
/** What the host finds for each text, when it is let to answer. */
let found: Record<string, ItemRow[]>;
let asked: string[];
let hold: Promise<unknown>;
let leave: () => void = () => undefined;

function search(without: string[] = [], closed = false): ItemSearch {
  let made!: ItemSearch;
  leave = $effect.root(() => {
    made = new ItemSearch(() => without, () => closed);
    made.looking = true;
  });
  flushSync();
  return made;
}
const offered = (of: ItemSearch) => {
  flushSync();
  return of.offers.map((offer) => offer.item.id).join(" ");
};

beforeEach(() => {
  found = {};
  asked = [];
  hold = Promise.resolve();
  vi.spyOn(session, "product", "get").mockReturnValue({ id: "p" } as Product);
  useHost({
    rpc: async (name, request) => {
      if (name === "backlog.window") {
        const { filter } = request as BacklogWindow;
        return { value: { rows: filter?.scope?.in === "open" ? [item("1"), item("2")] : [] }, action: null, guidance: [] } as never;
      }
      const { text } = request as SearchItems;
      asked.push(text);
      const results = (found[text] ?? []).map((row) => ({ item: row, product: "p", found: "title", title: [{ text: row.title, hit: true }], snippet: [] }));
      await hold;
      return { value: { results, total: results.length, more: false }, action: null, guidance: [] } as never;
    },
    onChanged: () => () => undefined,
  });
});
afterEach(() => {
  leave();
  client.clear();
  vi.restoreAllMocks();
});

describe("finding an item", () => {
  it("offers the top of the order before anything is typed", async () => {
    const made = search(["1"]);
    await vi.waitFor(() => expect(offered(made)).toBe("2"));
  });

  it("asks once the typing pauses, and keeps what was found until the next answer", async () => {
    found = { ro: [item("7")], rope: [item("8")] };
    const made = search();
    made.text = "r";
    flushSync();
    made.text = "ro";
    await vi.waitFor(() => expect(offered(made)).toBe("7"));
    expect(asked).toEqual(["ro"]);
    let answer!: () => void;
    hold = new Promise<void>((resolve) => (answer = resolve));
    made.text = "rope";
    await vi.waitFor(() => { flushSync(); expect(asked).toEqual(["ro", "rope"]); });
    expect([offered(made), made.waiting]).toEqual(["7", true]);
    answer();
    await vi.waitFor(() => expect(offered(made)).toBe("8"));
    expect(made.waiting).toBe(false);
  });

  it("offers what is closed only where that makes sense", async () => {
    found = { x: [item("3", { resolution: "done", done: true }), item("4")] };
    const open = search();
    open.text = "x";
    await vi.waitFor(() => expect(offered(open)).toBe("4"));
    leave();
    const all = search([], true);
    all.text = "x";
    await vi.waitFor(() => expect(offered(all)).toBe("3 4"));
  });
});

it.each([
  [item("1"), ""],
  [item("1", { resolution: "done", done: true }), "Done"],
  [item("1", { resolution: "cancelled" }), "Cancelled"],
  [item("1", { sprint: "s", position: null }), "In a sprint"],
])("says what became of it", (row, word) => expect(fate(row)).toBe(word));
