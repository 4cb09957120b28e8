import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { entersBy } from "./enters";
import { keys } from "./registry.svelte";

test("the arrow leads in from the head of a room, and from nowhere else", () => {
  document.body.innerHTML = '<main id="room" tabindex="-1"><header><h1 tabindex="-1">Room</h1><button id="view">View</button></header><button id="other">Other</button><button id="first">First</button></main>';
  const at = (selector: string) => document.querySelector<HTMLElement>(selector)!;
  const stop = $effect.root(() => entersBy(() => at("#first")));
  flushSync();
  const stopKeys = keys.start();
  const down = () => void (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
  for (const [from, to] of [["h1", "first"], ["#room", "first"], ["#view", "first"], ["#other", "other"]] as const) {
    at(from).focus();
    down();
    expect(document.activeElement?.id, from).toBe(to);
  }
  stopKeys();
  stop();
});
