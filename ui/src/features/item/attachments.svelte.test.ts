import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Attachment, ItemDetail, Name } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import type { FileDialogs } from "$lib/host";
import { toasts } from "$lib/toasts.svelte";
import { Attachments, filesOf, pasted } from "./attachments.svelte";

const file = (name: string, over: Partial<Attachment> = {}): Attachment => ({ id: name, name, mediaType: "text/plain", size: 1, picture: false, addedBy: null, addedAt: "2026-03-09T09:00:00Z", ...over });
const detail = { id: "item", attachments: [file("a.txt"), file("b.png", { picture: true })] } as ItemDetail;
let asked: { name: Name; request: Record<string, unknown> }[];
let refuse: ((request: Record<string, unknown>) => string | null) | null;

function host(files?: FileDialogs) {
  useHost({
    rpc: async (name, request) => {
      asked.push({ name, request: request as never });
      const code = refuse?.(request as never);
      if (code) throw { code, message: `Refused: ${code}.`, hint: "Choose another." };
      return { value: name === "attachment.save" ? { path: (request as { path: string }).path, size: 1 } : {}, action: { id: "a1", label: "Done" }, guidance: [] } as never;
    },
    onChanged: () => () => {},
    files,
  });
}

beforeEach(() => {
  asked = [];
  refuse = null;
  toasts.list = [];
  host();
});
afterEach(() => client.clear());

/** A file that only says how large it is. */
function huge(name: string, size: number): File {
  return Object.defineProperty(new File([], name), "size", { value: size });
}

describe("files that come", () => {
  test("go to the host one after the other, and leave the list when they are there", async () => {
    const attachments = new Attachments(() => detail);
    const running = attachments.take([new File(["one"], "one.txt"), new File(["two"], "two.txt")]);
    expect(attachments.uploads.map(({ name }) => name)).toEqual(["one.txt", "two.txt"]);
    await running;
    expect(asked.map(({ request }) => request)).toEqual([
      { item: "item", name: "one.txt", content: btoa("one") },
      { item: "item", name: "two.txt", content: btoa("two") },
    ]);
    expect(attachments.uploads).toEqual([]);
  });

  test("one that is refused stays with the reason, and does not hold up the next", async () => {
    refuse = ({ name }) => (name === "bad" ? "attachment_name" : null);
    const attachments = new Attachments(() => detail);
    await attachments.take([new File(["x"], "bad"), new File(["y"], "good.txt")]);
    expect(attachments.uploads.map(({ name, error }) => [name, error?.code])).toEqual([["bad", "attachment_name"]]);
    expect(asked).toHaveLength(2);
    attachments.dismiss(attachments.uploads[0]!.key);
    expect(attachments.uploads).toEqual([]);
    expect(toasts.list.filter(({ tone }) => tone === "error")).toEqual([]);
  });

  test("what is larger than anything kept is not read", async () => {
    const attachments = new Attachments(() => detail);
    const film = huge("film.mov", 3e9);
    const read = vi.spyOn(FileReader.prototype, "readAsDataURL");
    await attachments.take([film]);
    expect(attachments.uploads[0]?.error?.code).toBe("attachment_too_large");
    expect([asked.length, read.mock.calls.length]).toEqual([0, 0]);
    read.mockRestore();
  });

  test("are chosen in the system's dialog by their path, where there is one", async () => {
    expect(await new Attachments(() => detail).choose()).toBe(false);
    const dialogs = { choose: async () => ["/home/x/plan.pdf", "C:\\x\\y.txt"] } as unknown as FileDialogs;
    host(dialogs);
    expect(await new Attachments(() => detail).choose()).toBe(true);
    expect(asked.map(({ request }) => request)).toEqual([{ item: "item", path: "/home/x/plan.pdf" }, { item: "item", path: "C:\\x\\y.txt" }]);
    host({ choose: async () => null } as unknown as FileDialogs);
    asked = [];
    await new Attachments(() => detail).choose();
    expect(asked).toEqual([]);
  });
});

describe("copies", () => {
  test("are written where the system's dialog says, which has asked about a file that is there", async () => {
    host({ saveCopy: async (name: string) => `/tmp/${name}` } as unknown as FileDialogs);
    await new Attachments(() => detail).save(file("a.txt"));
    expect(asked.map(({ request }) => request)).toEqual([{ attachment: "a.txt", path: "/tmp/a.txt", replace: true }]);
    expect(toasts.list[0]?.message).toBe("Copy saved: /tmp/a.txt");
  });

  test("are asked for by path without dialogs, and never replace in silence", async () => {
    const attachments = new Attachments(() => detail);
    await attachments.save(file("a.txt"));
    expect(attachments.saving?.id).toBe("a.txt");
    refuse = ({ replace }) => (replace ? null : "file_exists");
    expect((await attachments.saveTo(file("a.txt"), "/tmp/a.txt", false))?.code).toBe("file_exists");
    expect(await attachments.saveTo(file("a.txt"), "/tmp/a.txt", true)).toBe(null);
  });
});

test("only pictures are looked at", () => {
  expect(new Attachments(() => detail).pictures.map(({ name }) => name)).toEqual(["b.png"]);
});

test("a text that comes with a picture of itself is pasted as a text", () => {
  const data = (types: string[], ...files: File[]) => ({ types, files }) as unknown as DataTransfer;
  const picture = new File(["x"], "image.png", { type: "image/png" });
  expect(pasted(data(["text/plain", "Files"], picture))).toEqual([]);
  expect(pasted(data(["Files"], picture)).map(({ name, type }) => [name, type])).toEqual([["Pasted picture.png", "image/png"]]);
  expect(filesOf(data(["Files"], new File(["x"], "plan.pdf"))).map(({ name }) => name)).toEqual(["plan.pdf"]);
  expect(filesOf(null)).toEqual([]);
});
