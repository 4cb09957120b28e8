import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { along } from "./along";
import { keys } from "./registry.svelte";

test("the arrows lead from the head into the list and along it", () => {
  document.body.innerHTML = '<main id="room" tabindex="-1"><header><h1 tabindex="-1">Room</h1></header><ul><li><a href="#a" id="a">A</a><button id="x">x</button></li><li><a href="#b" id="b">B</a></li></ul></main>';
  const stop = $effect.root(() => along("List", () => document.querySelector("ul"), "a"));
  flushSync();
  const stopKeys = keys.start();
  document.querySelector("h1")!.focus();
  const went = ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "End", "Home"].map((key) => {
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    return document.activeElement!.id;
  });
  expect(went).toEqual(["a", "b", "b", "a", "b", "a"]);
  stopKeys();
  stop();
});
