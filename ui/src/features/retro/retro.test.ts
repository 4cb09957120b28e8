import { describe, expect, it } from "vitest";
import type { RetroCard } from "$lib/contract";
import { moved } from "./cards";
import { Composer } from "./composer.svelte";

const card = (id: string, column: string): RetroCard => ({ id, column, text: id, author: null, improvement: null });

describe("a card in another column", () => {
  it("stands there by when it was written", () => {
    const columns = [
      { id: "a", name: "Went well", cards: [card("1", "a"), card("3", "a")] },
      { id: "b", name: "To improve", cards: [card("2", "b"), card("4", "b")] },
    ];
    const shown = moved(columns, card("3", "a"), "b").map(({ cards }) => cards.map((one) => `${one.id}${one.column}`));
    expect(shown).toEqual([["1a"], ["2b", "3b", "4b"]]);
  });
});

describe("writing fast", () => {
  /** A composer whose sends are answered by hand. */
  function writing() {
    const sent: { text: string; answer: (value: Awaited<ReturnType<ConstructorParameters<typeof Composer>[1]>>) => void }[] = [];
    const composer = new Composer(() => "Ideas", (text) => new Promise((answer) => sent.push({ text, answer })));
    const ok = (id: string) => ({ ok: true as const, value: card(id, "c"), action: null, guidance: [] });
    const type = (text: string) => {
      composer.text = text;
      return composer.add();
    };
    return { composer, sent, ok, type };
  }

  it("keeps the order in which it was typed, one on the way at a time", async () => {
    const { composer, sent, ok, type } = writing();
    const both = [type("first"), type("second")];
    await Promise.resolve();
    expect(composer.text).toBe("");
    expect(composer.waiting([]).map((one) => one.text)).toEqual(["first", "second"]);
    expect(sent.map((one) => one.text)).toEqual(["first"]);
    sent[0]!.answer(ok("1"));
    await both[0];
    await Promise.resolve();
    expect(sent.map((one) => one.text)).toEqual(["first", "second"]);
    sent[1]!.answer(ok("2"));
    await both[1];
    // Shown until the answer holds it, then not twice.
    expect(composer.waiting([card("1", "c")]).map((one) => one.text)).toEqual(["second"]);
    composer.settle([card("1", "c"), card("2", "c")]);
    expect(composer.pending).toEqual([]);
  });

  it("gives back what was refused, unless something else is being typed", async () => {
    const { composer, sent, type } = writing();
    const error = { code: "retro_card", message: "Too long", hint: "" };
    const one = type("too long");
    await Promise.resolve();
    sent[0]!.answer({ ok: false, error });
    await one;
    expect([composer.text, composer.error?.code, composer.pending.length]).toEqual(["too long", "retro_card", 0]);
    const two = type("again too long");
    composer.text = "already typing";
    await Promise.resolve();
    sent[1]!.answer({ ok: false, error });
    await two;
    expect(composer.text).toBe("already typing");
  });

  it("takes no empty card", async () => {
    const { composer, sent, type } = writing();
    await type("  ");
    expect([sent.length, composer.pending.length]).toEqual([0, 0]);
  });
});
