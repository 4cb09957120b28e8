import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import { toasts } from "../toasts.svelte";
import Rendered from "./Rendered.svelte";

const written = vi.fn(async (text: string) => void text);
Object.defineProperty(navigator, "clipboard", { value: { writeText: written }, configurable: true });
let shown: Record<string, unknown> | null = null;

function show(html: string, below?: number): HTMLElement {
  shown = mount(Rendered, { target: document.body, props: { html, below } });
  flushSync();
  return document.body.querySelector<HTMLElement>(".rendered")!;
}

afterEach(async () => {
  if (shown) await unmount(shown);
  [shown, toasts.list] = [null, []];
  written.mockClear();
});

test("a link is copied and never followed, by whichever button", async () => {
  const link = show('<p><a href="https://example.com/a">there</a></p>').querySelector("a")!;
  expect(link.title).toContain("https://example.com/a");
  const press = new MouseEvent("click", { bubbles: true, cancelable: true });
  expect(link.dispatchEvent(press)).toBe(false);
  await Promise.resolve();
  expect(written).toHaveBeenCalledWith("https://example.com/a");
  expect(link.dispatchEvent(new MouseEvent("auxclick", { bubbles: true, cancelable: true, button: 1 }))).toBe(false);
  expect(written).toHaveBeenCalledOnce();
  expect(link.draggable).toBe(false);
});

test("a press on words is left to whoever wants it", () => {
  const words = show("<p>plain</p>").querySelector("p")!;
  expect(words.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))).toBe(true);
});

test("its headings are read out below the one it stands under, without a gap", () => {
  const levels = [...show("<h2>a</h2><h4>b</h4><h1>c</h1><h6>d</h6>", 3).querySelectorAll("h1,h2,h4,h6")].map((heading) => heading.ariaLevel);
  expect(levels).toEqual(["4", "5", "4", "5"]);
});

test("a task shows its own box, and no bullet", () => {
  const entries = [...show("<ul><li>☑ done</li><li>plain</li></ul>").querySelectorAll("li")];
  expect(entries.map((entry) => entry.classList.contains("task"))).toEqual([true, false]);
});
