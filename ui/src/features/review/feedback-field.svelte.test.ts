import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Name, RpcError } from "$lib/contract";
import { Draft } from "$lib/draft.svelte";
import { useHost } from "$lib/host";
import FeedbackField from "./FeedbackField.svelte";

let asked: Name[];
let refusal: RpcError | null;
let said: string[];
let shown: Record<string, unknown>;
beforeEach(() => {
  localStorage.clear();
  [asked, refusal, said] = [[], null, []];
  useHost({
    rpc: async (name) => {
      asked.push(name);
      return { value: { label: "Note feedback" }, action: null, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
  const onsave = async (text: string) => {
    said.push(text);
    return refusal;
  };
  shown = mount(FeedbackField, { target: document.body, props: { label: "Feedback", attendees: [], by: {}, draft: new Draft("f"), autofocus: true, onsave, onclose: () => {} } });
  flushSync();
});
afterEach(async () => void (await unmount(shown)));

const field = () => document.querySelector("textarea")!;
function type(text: string) {
  field().value = text;
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
}
async function press(key: string, ctrlKey = false) {
  field().dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve));
  flushSync();
}

test("each note has a field of its own, so that the field's undo brings back none that is kept", async () => {
  const first = field();
  type("Show the price");
  await press("Enter");
  expect([said, field() === first, field().value, document.activeElement === field()]).toEqual([["Show the price"], false, "", true]);
});

test("while nothing is typed undoing means what was done, and then what was typed", async () => {
  type("Show the price");
  await press("z", true);
  expect(asked).toEqual([]);
  await press("Enter");
  await press("z", true);
  expect(asked).toEqual(["history.undo"]);
  type("N");
  type("");
  await press("z", true);
  expect(asked).toEqual(["history.undo"]);
});

test("what was refused comes back", async () => {
  refusal = { code: "review_feedback", message: "Too long.", hint: "" };
  type("Show the price");
  await press("Enter");
  expect(field().value).toBe("Show the price");
});
