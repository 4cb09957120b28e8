import { describe, expect, it } from "vitest";
import { blocks, inline, type Block, type Inline } from "./markdown";

/** Short form: *em* **strong** `code` <link>, kinds before blocks. */
const word = (part: Inline): string =>
  part.kind === "link" ? `<${part.text}|${part.url}>` : { text: part.text, em: `*${part.text}*`, strong: `**${part.text}**`, code: `\`${part.text}\`` }[part.kind];
const words = (parts: readonly Inline[]): string => parts.map(word).join("");
function short(block: Block): string {
  if (block.kind === "code") return `code: ${block.text}`;
  if (block.kind === "heading") return `heading: ${words(block.text)}`;
  if (block.kind === "list") return `${block.ordered ? "ol" : "ul"}: ${block.items.map(({ text, ticked }) => (ticked === null ? "" : ticked ? "[x]" : "[ ]") + words(text)).join(" | ")}`;
  return `${block.kind}: ${block.lines.map(words).join(" / ")}`;
}

describe("blocks", () => {
  it.each([
    ["one\ntwo\n\nthree", ["paragraph: one / two", "paragraph: three"]],
    ["# A title\ntext", ["heading: A title", "paragraph: text"]],
    ["- a\n- b\n  more of b\n\n1. c\n2) d", ["ul: a | b more of b", "ol: c | d"]],
    ["- [ ] open\n- [x] done", ["ul: [ ]open | [x]done"]],
    ["```rust\nfn main() {}\n\n# no title\n```\nafter", ["code: fn main() {}\n\n# no title", "paragraph: after"]],
    ["```\nnever closed", ["code: never closed"]],
    ["> said\n> twice", ["quote: said / twice"]],
    ["", []],
    ["#no title", ["paragraph: #no title"]],
  ])("%j", (text, expected) => expect(blocks(text).map(short)).toEqual(expected));
});

describe("inside a line", () => {
  it.each([
    ["a **b** *c* _d_ `e*f*`", "a **b** *c* *d* `e*f*`"],
    ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
    ["[text](https://example.org/a)", "<text|https://example.org/a>"],
    ["see https://example.org/a?b=1.", "see <https://example.org/a?b=1|https://example.org/a?b=1>."],
    ["*unclosed", "*unclosed"],
    ["", ""],
  ])("%j", (line, expected) => expect(words(inline(line))).toBe(expected));
});
