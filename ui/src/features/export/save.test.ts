import { beforeEach, expect, test, vi } from "vitest";
import { useHost } from "$lib/host";
import { save, saveRecord, suggested } from "./save";

const asked: { name: string; request: unknown }[] = [];
const answer = (value: unknown) => Promise.resolve({ value, action: null, guidance: [] } as never);

function host(path: string | null | undefined): void {
  useHost({
    rpc: (name, request) => {
      asked.push({ name, request });
      return answer(name.includes("save") ? { path: "/home/ana/out.csv", items: 3 } : { text: "Key", fileName: "x", items: 2 });
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

test("a record is written where the person says, under the name the app gives it", async () => {
  const record = { sprint: "s", format: "html" } as const;
  host("/home/ana/out.csv");
  expect(await saveRecord("s", "html")).toBe("out.csv");
  expect(asked.map(({ name }) => name)).toEqual(["sprint.exportRecord", "sprint.saveRecord"]);
  expect(asked[1]?.request).toEqual({ path: "/home/ana/out.csv", export: record });
  asked.splice(0);
  host(null);
  expect(await saveRecord("s", "html")).toBeNull();
  expect(asked.map(({ name }) => name)).toEqual(["sprint.exportRecord"]);
});
