import { flushSync } from "svelte";
import { beforeEach, expect, test } from "vitest";
import type { ImportReport } from "$lib/contract";
import { useHost } from "$lib/host";
import { session } from "$lib/session.svelte";
import { ImportDraft, NEW } from "./import-draft.svelte";

type Asked = { name: string; request: { product?: string; newProduct?: { key: string; name: string }; content?: string } };
let asked: Asked[] = [];
/** What the file says of itself, and which keys there are. */
let file = { key: "", namedByFile: false };
let present: string[] = [];

function report(request: Asked["request"]): ImportReport {
  const key = request.newProduct?.key ?? request.product ?? file.key;
  const created = !present.includes(key);
  const own = present.includes(file.key) ? `${file.key}2` : file.key;
  return { items: 2, updated: 0, product: { id: created ? null : key, key, name: key, created }, ownProduct: { key: own, name: "Wishes", namedByFile: file.namedByFile } } as ImportReport;
}

beforeEach(() => {
  asked = [];
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
