import { beforeEach, expect, it } from "vitest";
import type { TaskTemplate } from "$lib/contract";
import { useHost } from "$lib/host";
import { contents, TaskListDraft } from "./draft.svelte";

const usual: TaskTemplate = { id: "t", name: "Usual", tasks: [{ title: "Test", hours: 1.5 }, { title: "Review", hours: null }], hours: 1.5 };
let sent: unknown[];
beforeEach(() => {
  sent = [];
  useHost({
    rpc: async (name, request) => {
      sent.push({ name, request });
      return { value: usual, action: null, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});

it("sends what is written, in order, and leaves empty lines out", async () => {
  const draft = new TaskListDraft(null);
  expect(draft.ready).toBe(false);
  draft.name = "Usual";
  Object.assign(draft.lines[0]!, { title: "Test", hours: "1,5" });
  draft.add();
  const last = draft.add(undefined, "Review");
  draft.move(last, 0);
  expect([draft.ready, draft.hours]).toEqual([true, 1.5]);
  expect(await draft.save("harbour")).toEqual(usual);
  expect(sent).toEqual([{ name: "taskTemplate.create", request: { product: "harbour", name: "Usual", tasks: [{ title: "Review", hours: null }, { title: "Test", hours: 1.5 }] } }]);
});

it("says which hours are no number and sends nothing", async () => {
  const draft = new TaskListDraft(usual);
  expect(draft.lines.map(({ title, hours }) => [title, hours])).toEqual([["Test", "1.5"], ["Review", ""]]);
  draft.lines[1]!.hours = "soon";
  expect(await draft.save("harbour")).toBeNull();
  expect([draft.error?.message, sent]).toEqual(["The hours of “Review” are no number.", []]);
});

it("takes several pasted lines as tasks and never loses its last line", () => {
  const draft = new TaskListDraft(null);
  const [line] = draft.lines;
  draft.paste(line!.id, "Test\nReview\nShow");
  expect(draft.written.map(({ title }) => title)).toEqual(["Test", "Review", "Show"]);
  for (const { id } of [...draft.lines]) draft.remove(id);
  expect(draft.lines.length).toBe(1);
});

it("is told in a line", () => {
  expect([contents(usual), contents({ tasks: [{ title: "x", hours: null }], hours: 0 })]).toEqual(["2 tasks, 1.5 h", "1 task"]);
});
