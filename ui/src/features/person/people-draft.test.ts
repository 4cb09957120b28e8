import { beforeEach, expect, test } from "vitest";
import { useHost } from "$lib/host";
import { PeopleDraft } from "./people-draft.svelte";

let added: string[] = [];

beforeEach(() => {
  added = [];
  useHost({
    rpc: (_name, request) => {
      const { name } = request as unknown as { name: string };
      if (added.includes(name)) return Promise.reject({ code: "person_name_taken", message: `There is a person named ${name} already.`, hint: "" });
      added.push(name);
      return Promise.resolve({ value: { id: `id-${name}` }, action: null, guidance: [] } as never);
    },
    onChanged: () => () => undefined,
  });
});

function named(...names: string[]): PeopleDraft {
  const draft = new PeopleDraft();
  draft.lines.forEach((line, at) => (line.name = names[at] ?? ""));
  for (const name of names.slice(2)) {
    const key = draft.add();
    draft.lines.find((line) => line.key === key)!.name = name;
  }
  return draft;
}

test("everybody named is added in order, empty lines are nobody", async () => {
  const draft = named("Mira", "", "Tomas");
  expect(await draft.save("p")).toEqual({ done: true, first: "id-Mira" });
  expect(added).toEqual(["Mira", "Tomas"]);
});

test("a refusal stands on its line, and those before it are not added again", async () => {
  const draft = named("Mira", "Mira", "Tomas");
  expect((await draft.save("p")).done).toBe(false);
  expect(draft.lines[1]!.error?.code).toBe("person_name_taken");
  draft.lines[1]!.name = "Mira B";
  expect(await draft.save("p")).toEqual({ done: true, first: "id-Mira" });
  expect(added).toEqual(["Mira", "Mira B", "Tomas"]);
});

test("names pasted at once are as many people", () => {
  const draft = named("");
  const key = draft.lines[0]!.key;
  expect(draft.paste(key, "Mira Oduya")).toBe(null);
  draft.paste(key, "Mira Oduya\nTomas Lind; Jo");
  expect(draft.named.map((line) => line.name)).toEqual(["Mira Oduya", "Tomas Lind", "Jo"]);
});
