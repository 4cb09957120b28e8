import { flushSync } from "svelte";
import { beforeEach, expect, test } from "vitest";
import type { ImportReport } from "$lib/contract";
import { useHost } from "$lib/host";
import { session } from "$lib/session.svelte";
import { ImportDraft, NEW } from "./import-draft.svelte";

type Asked = { name: string; request: { ticket?: string; mapping?: unknown; product?: string; newProduct?: { key: string; name: string }; content?: string } };
let asked: Asked[] = [];
/** What the file says of itself, and which keys there are. */
let file = { key: "", namedByFile: false };
let present: string[] = [];
/** Whether a column is known to hold the titles. */
let titled = true;

function report(request: Asked["request"]): ImportReport {
  const key = request.newProduct?.key ?? request.product ?? file.key;
  const created = !present.includes(key);
  const own = present.includes(file.key) ? `${file.key}2` : file.key;
  return { items: 2, changed: 0, unchanged: 0, refusal: titled ? null : { code: "import_no_header", message: "No title.", hint: "" }, canMap: true, product: { id: created ? null : key, key, name: key, created }, ownProduct: { key: own, name: "Wishes", namedByFile: file.namedByFile } } as ImportReport;
}

beforeEach(() => {
  asked = [];
  titled = true;
  session.workspace = null;
  useHost({
    rpc: (name, request) => {
      asked.push({ name, request: request as never });
      if (name === "product.suggestKey") return Promise.resolve({ value: { key: "X", refusal: null }, action: null, guidance: [] } as never);
      return Promise.resolve({ value: report(request as never), action: { id: "a", label: "Import" }, guidance: [] } as never);
    },
    onChanged: () => () => undefined,
  });
});

function inView(...keys: string[]): void {
  present = keys;
  const product = (key: string) => ({ id: key, key, name: key, members: [] });
  session.workspace = { id: "w", people: [], products: keys.map(product) } as never;
}

async function chosen(run: (draft: ImportDraft) => Promise<void> | void): Promise<void> {
  let draft!: ImportDraft;
  const stop = $effect.root(() => {
    draft = new ImportDraft();
  });
  await draft.choose(new File(["title\nOne\n"], "wishes.csv"));
  flushSync();
  await run(draft);
  stop();
}

const previews = () => asked.filter(({ name }) => name === "import.preview").map(({ request }) => request);

test("without a workspace the file becomes a product of its own", async () => {
  [file, present] = [{ key: "WSH", namedByFile: false }, []];
  await chosen((draft) => {
    expect([draft.target, draft.key, draft.name]).toEqual([NEW, "WSH", "Wishes"]);
    expect(atob(previews()[0]!.content!)).toBe("title\nOne\n");
  });
});

test("a file that says nothing goes to the product in view, and is looked at once", async () => {
  file = { key: "WSH", namedByFile: false };
  inView("HBR");
  await chosen((draft) => expect(draft.target).toBe("HBR"));
  expect(previews().map(({ product }) => product)).toEqual(["HBR"]);
});

test("a file that names its product goes there, or makes it", async () => {
  file = { key: "FER", namedByFile: true };
  inView("HBR", "FER");
  await chosen((draft) => expect(draft.target).toBe("FER"));
  inView("HBR");
  await chosen(async (draft) => {
    expect(draft.target).toBe(NEW);
    draft.name = "Ferries";
    expect(draft.ready).toBe(true);
    await draft.run();
    expect(asked.at(-1)).toMatchObject({ name: "import.run", request: { newProduct: { key: "FER", name: "Ferries" } } });
  });
});

test("aimed at a new product, it gets a key that is free", async () => {
  file = { key: "HBR", namedByFile: true };
  inView("HBR");
  await chosen(async (draft) => {
    expect(draft.target).toBe("HBR");
    await draft.aim(NEW);
    expect(previews().at(-1)!.newProduct).toMatchObject({ key: "HBR2", name: "Wishes" });
  });
});

test("a file without titles waits for somebody to say which column holds them", async () => {
  file = { key: "WSH", namedByFile: false };
  titled = false;
  await chosen(async (draft) => {
    expect([draft.step, draft.ready, draft.canGo("preview")]).toEqual(["columns", false, false]);
    titled = true;
    await draft.map("Was", "title");
    expect(previews().at(-1)!.mapping).toEqual([{ column: "Was", field: "title" }]);
    expect([draft.target, draft.canGo("preview"), draft.turn(1), draft.step]).toEqual([NEW, true, true, "preview"]);
    expect([draft.turn(-1), draft.step, draft.turn(-1), draft.step, draft.turn(-1)]).toEqual([true, "columns", true, "file", false]);
  });
});

test("a file over the limit is not read", async () => {
  let draft!: ImportDraft;
  const stop = $effect.root(() => {
    draft = new ImportDraft();
  });
  await draft.choose({ name: "huge.csv", size: 500 * 2 ** 20 } as File);
  expect([draft.error?.code, previews().length]).toEqual(["import_too_large", 0]);
  stop();
});

test("what is overtaken is called off, and what runs can be", async () => {
  file = { key: "WSH", namedByFile: false };
  inView("HBR");
  await chosen(async (draft) => {
    const first = draft.map("a", "labels");
    const second = draft.map("b", "labels");
    await Promise.all([first, second]);
    const off = asked.filter(({ name }) => name === "import.cancel");
    expect(off).toHaveLength(1);
    expect(off[0]!.request.ticket).toBe(previews().at(-2)!.ticket);
    const done = draft.run();
    void draft.stop();
    expect(draft.stopping).toBe(true);
    await done;
    expect([draft.step, draft.stopping]).toEqual(["done", false]);
  });
});
