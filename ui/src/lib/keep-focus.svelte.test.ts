import { flushSync } from "svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { keepFocus } from "./keep-focus.svelte";

const byId = (id: string) => document.getElementById(id)!;
const settled = () => new Promise((done) => setTimeout(done, 40));

beforeEach(() => {
  document.body.innerHTML = '<section id="outer"><button id="first"></button><div id="inner"><button id="a"></button><button id="b"></button></div></section><p id="aside">text</p>';
});

/** Runs with the room's keeper and the list's within it. */
async function within(work: () => Promise<void>) {
  const stop = $effect.root(() => {
    keepFocus(() => document.getElementById("outer"), () => document.getElementById("first"));
    keepFocus(() => document.getElementById("inner"), () => document.getElementById("b"));
  });
  flushSync();
  await work();
  stop();
}

describe("keeping the focus", () => {
  it("gives it to the inner place's choice when what had it goes", () =>
    within(async () => {
      byId("a").focus();
      byId("a").remove();
      await settled();
      expect(document.activeElement?.id).toBe("b");
    }));

  it("gives it back from a dialog that closes", () =>
    within(async () => {
      byId("first").focus();
      document.body.insertAdjacentHTML("beforeend", '<div role="dialog" id="dialog"><input id="field"></div>');
      byId("field").focus();
      byId("dialog").remove();
      await settled();
      expect(document.activeElement?.id).toBe("first");
    }));

  it("leaves it off when a press on nothing took it off", () =>
    within(async () => {
      byId("a").focus();
      byId("aside").dispatchEvent(new Event("pointerdown", { bubbles: true }));
      byId("a").blur();
      await settled();
      byId("aside").remove();
      await settled();
      expect(document.activeElement).toBe(document.body);
    }));
});
