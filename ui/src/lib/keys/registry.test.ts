import { beforeEach, describe, expect, it, vi } from "vitest";
import { comboOf, shown, steps } from "./combo";
import { Keys, type Binding } from "./registry.svelte";

const press = (key: string, init: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
const binding = (keys: string, run: Binding["run"], more: Partial<Binding> = {}): Binding => ({ keys, label: keys, run, ...more });

/** A window with these scopes; presses a key on an element and gives the event back. */
function keyboard(...scopes: { bindings: Binding[]; within?: () => HTMLElement | null }[]) {
  const keys = new Keys();
  const removers = scopes.map(({ bindings, within }) => keys.add({ name: "test", bindings: () => bindings, within }));
  document.body.onkeydown = (event) => keys.press(event);
  const at = (element: HTMLElement, key: string, init?: KeyboardEventInit) => {
    const event = press(key, init);
    element.dispatchEvent(event);
    return event;
  };
  return { removers, at, type: (key: string, init?: KeyboardEventInit) => at(document.body, key, init) };
}

beforeEach(() => (document.body.innerHTML = '<input id="field"><input id="box" type="checkbox"><p id="plain"></p>'));
const byId = (id: string) => document.getElementById(id)!;

describe("combos", () => {
  it.each([
    [press("z", { ctrlKey: true }), "Mod+Z"],
    [press("Z", { ctrlKey: true, shiftKey: true }), "Mod+Shift+Z"],
    [press("?", { shiftKey: true }), "?"],
    [press(" "), "Space"],
    [press("ArrowDown", { shiftKey: true }), "Shift+ArrowDown"],
  ])("reads %#", (event, combo) => expect(steps(combo)).toEqual([comboOf(event)]));

  it("takes modifiers in any order", () => expect(steps("Shift+Mod+Z")).toEqual(steps("Mod+Shift+Z")));
  it("shows keys as they are printed", () => expect(shown("Mod+Shift+ArrowUp")).toEqual(["Ctrl", "Shift", "↑"]));
});

describe("the registry", () => {
  it("runs a binding and keeps the key from the browser", () => {
    const run = vi.fn();
    expect(keyboard({ bindings: [binding("N", run)] }).type("n").defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });

  it("asks the latest scope first, and the next when it declines", () => {
    const asked: string[] = [];
    const { type, removers } = keyboard(
      { bindings: [binding("N", () => void asked.push("window"))] },
      { bindings: [binding("N", () => (asked.push("room"), asked.length > 1 ? false : undefined))] },
    );
    type("n");
    type("n");
    removers[1]!();
    type("n");
    expect(asked).toEqual(["room", "room", "window", "window"]);
  });

  it("follows sequences, and forgets one that takes too long", () => {
    const go = vi.fn();
    const single = vi.fn();
    const { type } = keyboard({ bindings: [binding("G B", go), binding("B", single)] });
    type("g");
    type("b");
    expect([go.mock.calls.length, single.mock.calls.length]).toEqual([1, 0]);
    type("g");
    const late = press("b");
    Object.defineProperty(late, "timeStamp", { value: late.timeStamp + 5_000 });
    document.body.dispatchEvent(late);
    expect([go.mock.calls.length, single.mock.calls.length]).toEqual([1, 1]);
  });

  it("leaves keys to fields, unless the binding says otherwise", () => {
    const letter = vi.fn();
    const everywhere = vi.fn();
    const { at } = keyboard({ bindings: [binding("N", letter), binding("Mod+Enter", everywhere, { inFields: true })] });
    at(byId("field"), "n");
    at(byId("field"), "Enter", { ctrlKey: true });
    at(byId("box"), "n");
    expect([letter.mock.calls.length, everywhere.mock.calls.length]).toEqual([1, 1]);
  });

  it("rests under a modal dialog, except for what lives in it", () => {
    document.body.innerHTML += '<div role="dialog" aria-modal="true"><div id="inside" tabindex="0"></div></div>';
    const room = vi.fn();
    const inside = vi.fn();
    const { at, type } = keyboard({ bindings: [binding("N", room)] }, { bindings: [binding("D", inside)], within: () => byId("inside") });
    type("n");
    at(byId("inside"), "n");
    at(byId("inside"), "d");
    expect([room.mock.calls.length, inside.mock.calls.length]).toEqual([0, 1]);
  });

  it("keeps a component's keys to the component", () => {
    const run = vi.fn();
    const { at, type } = keyboard({ bindings: [binding("X", run)], within: () => byId("plain") });
    type("x");
    at(byId("plain"), "x");
    expect(run).toHaveBeenCalledOnce();
  });

  it("lists what reaches an element, the nearest first and nothing unlisted", () => {
    const listed = new Keys();
    const scope = (name: string, bindings: Binding[], within?: () => HTMLElement | null) => listed.add({ name, bindings: () => bindings, within });
    scope("Everywhere", [binding("?", vi.fn()), binding("Mod+Y", vi.fn(), { unlisted: true })]);
    scope("Row", [binding("X", vi.fn())], () => byId("plain"));
    const from = (id: string) => listed.actions(byId(id)).map(({ scope, binding }) => `${scope} ${binding.keys}`);
    expect(from("plain")).toEqual(["Row X", "Everywhere ?"]);
    expect(from("box")).toEqual(["Everywhere ?"]);
  });
});
