import { beforeEach, expect, test, vi } from "vitest";
import { useHost } from "$lib/host";
import { save, saveRecord, saveText, suggested, textName } from "./save";

const asked: { name: string; request: unknown }[] = [];
const answer = (value: unknown) => Promise.resolve({ value, action: null, guidance: [] } as never);

function host(path: string | null | undefined): void {
  useHost({
    rpc: (name, request) => {
      asked.push({ name, request });
      if (name === "text.save") return answer({ path: "/home/ana/notes.md" });
      if (name === "increment.get") return answer({ notes: "A pier." });
      return answer(name === "backlog.save" ? { path: "/home/ana/out.csv", items: 3 } : { text: "Key", fileName: "x", items: 2 });
    },
    onChanged: () => () => undefined,
    ...(path === undefined ? {} : { files: { open: () => Promise.resolve(null), save: () => Promise.resolve(null), choose: () => Promise.resolve(null), saveCopy: () => Promise.resolve(null), export: () => Promise.resolve(path) } }),
  });
}

beforeEach(() => void asked.splice(0));
const request = { product: "p", format: "csv" } as const;

test("names say the product, the day and the kind", () => {
  expect(suggested("HBR", "markdown", "2026-03-09")).toBe("hbr-backlog-2026-03-09.md");
});

test("it is written where the person says, and nowhere when they turn away", async () => {
  host("/home/ana/out.csv");
  expect(await save(request, "x.csv")).toEqual({ name: "out.csv", items: 3 });
  expect(asked).toEqual([{ name: "backlog.save", request: { path: "/home/ana/out.csv", export: request } }]);
  host(null);
  expect(await save(request, "x.csv")).toBeNull();
  expect(asked).toHaveLength(1);
});

test("without a dialog of the system it is downloaded", async () => {
  host(undefined);
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  URL.createObjectURL = () => "blob:x";
  URL.revokeObjectURL = () => undefined;
  expect(await save(request, "x.csv")).toEqual({ name: "x.csv", items: 2 });
  expect(click).toHaveBeenCalledOnce();
});

test("a text is kept by the shell, which asks for it itself, or downloaded", async () => {
  host("/home/ana/notes.md");
  expect(await saveText("increment.get", { increment: "i" }, "x.md")).toBe("notes.md");
  expect(asked).toEqual([{ name: "text.save", request: { path: "/home/ana/notes.md", query: "increment.get", request: { increment: "i" } } }]);
  host(null);
  expect(await saveText("increment.get", { increment: "i" }, "x.md")).toBeNull();
  host(undefined);
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  const blob = vi.fn(() => "blob:x");
  URL.createObjectURL = blob;
  expect(await saveText("increment.get", { increment: "i" }, "x.md")).toBe("x.md");
  expect(click).toHaveBeenCalled();
  expect(blob).toHaveBeenCalledOnce();
});

test("a record is written where the person says, under the name the app gives it", async () => {
  host("/home/ana/notes.md");
  expect(await saveRecord("s", "html")).toBe("notes.md");
  expect(asked.map(({ name }) => name)).toEqual(["sprint.exportRecord", "text.save"]);
  expect(asked[1]?.request).toEqual({ path: "/home/ana/notes.md", query: "sprint.exportRecord", request: { sprint: "s", format: "html" } });
  asked.splice(0);
  host(null);
  expect(await saveRecord("s", "html")).toBeNull();
  expect(asked.map(({ name }) => name)).toEqual(["sprint.exportRecord"]);
});

test("names of texts are ones that every file system takes", () => {
  expect(textName("HBR", "1.4 / Überfahrt")).toBe("hbr-1-4-uberfahrt.md");
  expect(textName("..", "/")).toBe("lineout.md");
});
