import type { Id, PokerCard, PokerOutcome } from "$lib/contract";
import { points } from "$lib/format";

type Points = Extract<PokerCard, { card: "points" }>;

export function isPoints(card: PokerCard): card is Points {
  return card.card === "points";
}

/** As it stands on the card. The break has a picture as well. */
export function faceOf(card: PokerCard): string {
  return isPoints(card) ? points(card.points) : card.card === "unsure" ? "?" : "Break";
}

/** As it is read aloud. */
export function nameOfCard(card: PokerCard): string {
  if (isPoints(card)) return card.points === 1 ? "1 point" : `${points(card.points)} points`;
  return card.card === "unsure" ? "cannot say" : "a break";
}

/** The card that digits begin: 1 is 1 at once, and a 3 right after it is 13. Minus one when there is none. */
export function cardTyped(cards: readonly PokerCard[], typed: string): number {
  if (typed.endsWith("?")) return cards.findIndex(({ card }) => card === "unsure");
  const texts = cards.map((card) => (isPoints(card) ? String(card.points) : null));
  const whole = texts.indexOf(typed);
  return whole >= 0 ? whole : texts.findIndex((text) => text?.startsWith(typed));
}

export function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

/** First names where they tell people apart, else whole ones. */
export function shortNames(names: readonly string[]): string[] {
  const first = (name: string) => name.split(" ")[0] ?? name;
  return names.map((name) => (names.filter((other) => first(other) === first(name)).length === 1 ? first(name) : name));
}

/** What there is to talk about once the cards are turned. */
export function talk(outcome: PokerOutcome, nameOf: (person: Id) => string): string[] {
  const { low, high, lowest, highest, unsure, wantsBreak, proposed, majority, agreed } = outcome;
  const apart = [...highest, ...lowest].map(nameOf);
  const why = [highest.length ? high : null, lowest.length ? low : null].flatMap((value) => (value === null ? [] : [`why ${points(value)}`]));
  const words: string[] = [];
  if (agreed && high !== null) words.push(`Everybody says ${points(high)}.`);
  else if (apart.length) words.push(`${listed(apart)} ${apart.length === 1 ? "goes" : "go"} first: ${why.join(", ")}?`);
  if (unsure.length) words.push(`${listed(unsure.map(nameOf))} cannot say.`);
  if (wantsBreak.length) words.push(`${listed(wantsBreak.map(nameOf))} ${wantsBreak.length === 1 ? "asks" : "ask"} for a break.`);
  if (proposed === null) words.push("Nobody gave an estimate.");
  else if (!agreed) words.push(majority ? `More than half say ${points(proposed)}.` : `No card has more than half of the table; more than half say ${points(proposed)} or less.`);
  return words;
}
