import { beforeEach, expect, test } from "vitest";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { draftRequest, ReleaseNotes } from "./notes.svelte";

const asked: unknown[] = [];
beforeEach(() => {
  localStorage.clear();
  client.clear();
  asked.length = 0;
  useHost({
    rpc: async (_, request) => {
      asked.push(request);
      const { version, day } = request as { version?: string; day?: string };
      return { value: { notes: `${version ?? "Next version"}, ${day ?? "today"}`, template: "" }, action: null, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});

const plain = { id: "i", notes: "" };
const wanted = { increment: "i", version: "1.5", day: "", template: null };

test("what is empty is left to the app", () => {
  expect(draftRequest(wanted)).toEqual({ increment: "i", version: "1.5" });
  expect(draftRequest({ ...wanted, version: " ", day: "2026-11-20", template: "x" })).toEqual({ increment: "i", day: "2026-11-20", template: "x" });
});

test("what is half typed is no day yet", () => {
  for (const day of ["61224-11-20", "0202-11-20", "2026-11"]) expect(draftRequest({ ...wanted, day })).toEqual({ increment: "i", version: "1.5" });
});

test("a release has the notes of exactly what was entered", async () => {
  const notes = new ReleaseNotes(plain);
  expect(await notes.of({ ...wanted, day: "2026-11-20" })).toEqual({ notes: "1.5, 2026-11-20" });
  expect(await notes.of(wanted)).toEqual({ notes: "1.5, today" });
  expect(asked).toHaveLength(2);
});

test("what is worded by hand is taken as it is, and outlives the dialog until it is released", async () => {
  const notes = new ReleaseNotes(plain);
  expect(notes.worded).toBeNull();
  notes.word("By hand");
  expect(await notes.of(wanted)).toEqual({ notes: "By hand" });
  expect(asked).toEqual([]);
  const again = new ReleaseNotes(plain);
  expect([again.worded, again.resumed]).toEqual(["By hand", true]);
  again.let();
  expect(new ReleaseNotes(plain).worded).toBeNull();
  expect(new ReleaseNotes({ id: "i", notes: "Kept" }).worded).toBe("Kept");
});

test("a template that cannot be read refuses the release", async () => {
  useHost({ rpc: () => Promise.reject({ code: "notes_template", message: "No end.", hint: "" }), onChanged: () => () => {} });
  expect(await new ReleaseNotes(plain).of(wanted)).toMatchObject({ error: { code: "notes_template" } });
});
