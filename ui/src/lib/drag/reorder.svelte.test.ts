import { expect, test } from "vitest";
import { Reorder } from "./reorder.svelte";

function list(...keys: string[]) {
  let order = keys;
  let reorder!: Reorder<string>;
  $effect.root(() => {
    reorder = new Reorder<string>("list", {
      kind: "thing",
      keys: () => order,
      name: (key) => key,
      onmove: (key, to) => {
        order = order.filter((other) => other !== key);
        order.splice(to, 0, key);
      },
    });
  });
  const press = (key: string, on: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent("keydown", { key, cancelable: true, ...more });
    reorder.keydown(event, on);
    return event.defaultPrevented;
  };
  return { reorder, press, order: () => order };
}

test("a lifted thing is drawn where it would go, and put back by Escape", () => {
  const { reorder, press, order } = list("a", "b", "c");
  press(" ", "c");
  press("ArrowUp", "c");
  expect(reorder.shown).toEqual(["a", "c", "b"]);
  expect(order()).toEqual(["a", "b", "c"]);
  press("Escape", "c");
  expect(reorder.shown).toEqual(["a", "b", "c"]);
  press("Enter", "c");
  press("Home", "c");
  press(" ", "c");
  expect(order()).toEqual(["c", "a", "b"]);
});

test("Ctrl Enter on a handle is the form's, not a lift", () => {
  const { reorder, press } = list("a", "b");
  expect(press("Enter", "a", { ctrlKey: true })).toBe(false);
  expect(reorder.lift.active).toBe(false);
});
