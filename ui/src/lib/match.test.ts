import { describe, expect, it } from "vitest";
import { mark, match } from "./match";

/** The label with what was found in brackets, or null. */
const found = (text: string, typed: string, beside?: string) =>
  match(text, typed, beside)?.pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("") ?? null;

describe("matching", () => {
  it.each([
    ["Move to Review", "mov", "[Mov]e to Review"],
    ["Move to Review", "rev mo", "[Mo]ve to [Rev]iew"],
    ["Unmoved, then moved", "mov", "Unmoved, then [mov]ed"],
    ["Remove", "mov", "Re[mov]e"],
    ["Tomasz Wójcik", "wojcik", "Tomasz [Wójcik]"],
    ["İstanbul", "stan", "İ[stan]bul"],
    ["Undo", "redo", null],
    ["Undo", "", "Undo"],
    ["Aa", "a aa", "[A]a"],
  ])("finds in %s what %s asks for", (text, typed, expected) => expect(found(text, typed)).toBe(expected));

  it("takes words from what stands beside the label", () => {
    expect(found("Sprint 14", "sprint closed", "9 – 20 March, closed")).toBe("[Sprint] 14");
    expect(found("Sprint 14", "sprint active", "closed")).toBeNull();
  });

  it("puts the start of a label before the start of a word, and that before the middle", () => {
    const order = ["Unboard", "Clear the board", "Board"].toSorted((a, b) => match(b, "board")!.score - match(a, "board")!.score);
    expect(order).toEqual(["Board", "Clear the board", "Unboard"]);
  });
});

it.each([
  ["Rope the ropes, unrope", "rop", "[Rop]e the [rop]es, unrope"],
  ["Über die Fähre", "uber fah", "[Über] die [Fäh]re"],
  ["Pay by card", '"by card"', "Pay [by] [card]"],
  ["Nothing of it", "elsewhere", "Nothing of it"],
  ["Anything", " ", "Anything"],
])("marks in %s the words that begin as in %s", (text, typed, expected) => {
  expect(mark(text, typed).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("")).toBe(expected);
});
