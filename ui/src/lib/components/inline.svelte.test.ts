import { flushSync, mount, tick, unmount, type Component } from "svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RpcError } from "../contract";
import InlineProse from "./InlineProse.svelte";
import InlineText from "./InlineText.svelte";

let shown: Record<string, unknown> | undefined;
const show = <P extends Record<string, unknown>>(component: Component<P>, props: P) => {
  shown = mount(component, { target: document.body, props });
  flushSync();
};
const area = () => document.querySelector("textarea");
const press = async (key: string, more: KeyboardEventInit = {}) => {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  for (let n = 0; n < 4; n += 1) await tick();
};
const write = (text: string) => {
  const field = area()!;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
};

beforeEach(() => localStorage.clear());
afterEach(async () => {
  if (shown) await unmount(shown);
  document.body.replaceChildren();
});

test("Enter keeps a line and leaves the field, where keys are keys again", async () => {
  const kept: string[] = [];
  show(InlineText, { label: "Name", value: "Old", onsave: async (text: string) => (kept.push(text), null) });
  write("New");
  await press("Enter");
  expect([kept, document.activeElement?.className.startsWith("inline")]).toEqual([["New"], true]);
});

test("what is typed stays when the same words are told again", async () => {
  const props = $state({ label: "Name", of: { name: "Old" }, onsave: async () => null });
  shown = mount(InlineText, { target: document.body, props: { label: "Name", onsave: props.onsave, get value() { return props.of.name; } } });
  flushSync();
  write("Half typ");
  props.of = { name: "Old" };
  flushSync();
  expect(area()?.value).toBe("Half typ");
  props.of = { name: "By somebody else" };
  flushSync();
  expect(area()?.value).toBe("By somebody else");
});

test("what was refused stays, also when what stands was ahead of it for a moment", async () => {
  const props = $state({ name: "Old" });
  const onsave = async (text: string) => {
    props.name = text;
    flushSync();
    await tick();
    setTimeout(() => (props.name = "Old"));
    return { code: "no", message: "It is refused.", hint: "" };
  };
  shown = mount(InlineText, { target: document.body, props: { label: "Name", onsave, get value() { return props.name; } } });
  flushSync();
  write("New");
  await press("Enter");
  await new Promise((done) => setTimeout(done));
  flushSync();
  expect([area()?.value, document.body.textContent?.includes("It is refused.")]).toEqual(["New", true]);
  await press("Escape");
  expect(area()?.value).toBe("Old");
});

test("Escape puts back, and with nothing to put back leaves", async () => {
  show(InlineText, { label: "Name", value: "Old", onsave: async () => null });
  write("New");
  await press("Escape");
  expect([area()!.value, document.activeElement === area()]).toEqual(["Old", true]);
  await press("Escape");
  expect(document.activeElement === area()).toBe(false);
});

test("what is refused stays in the field; what is too long is said and not cut", async () => {
  const refusal: RpcError = { code: "name", message: "Too long.", hint: "" };
  show(InlineText, { label: "Name", value: "Old", maxlength: 5, onsave: async () => refusal });
  write("Longer than five");
  expect([area()!.value, document.querySelector(".note")?.textContent]).toEqual(["Longer than five", "16 of 5 characters: too long to keep."]);
  await press("Enter");
  expect([document.activeElement === area(), document.querySelector("[role=alert]")?.textContent?.trim()]).toEqual([true, "Too long."]);
});

test("prose that was begun waits behind its button until it is kept", async () => {
  const kept: string[] = [];
  show(InlineProse, { label: "Notes", value: "", keep: "k", add: "Write notes", edit: "Edit", onsave: async (text: string) => (kept.push(text), null) });
  const opener = () => document.querySelector<HTMLButtonElement>("button.opener");
  opener()!.click();
  flushSync();
  write("Half a");
  await press("Escape");
  expect([opener()?.textContent, document.activeElement === opener(), kept]).toEqual(["Go on writing", true, []]);
  opener()!.click();
  flushSync();
  expect(area()!.value).toBe("Half a");
  await press("Enter", { ctrlKey: true });
  expect([kept, localStorage.length, opener()?.textContent]).toEqual([["Half a"], 0, "Write notes"]);
});
