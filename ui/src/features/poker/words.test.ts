import { expect, it } from "vitest";
import type { PokerCard, PokerOutcome } from "$lib/contract";
import { cardTyped, faceOf, nameOfCard, shortNames, talk } from "./words";

const points = (points: number): PokerCard => ({ card: "points", points });
const cards: PokerCard[] = [points(0.5), points(1), points(2), points(13), { card: "unsure" }, { card: "break" }];
const outcome = (change: Partial<PokerOutcome>): PokerOutcome => ({ low: 3, high: 3, lowest: [], highest: [], unsure: [], wantsBreak: [], proposed: 3, majority: true, agreed: false, ...change });
const said = (change: Partial<PokerOutcome>) => talk(outcome(change), (id) => id).join(" ");

it("reads cards", () => {
  expect(cards.map(faceOf)).toEqual(["½", "1", "2", "13", "?", "Break"]);
  expect(cards.map(nameOfCard)).toEqual(["½ points", "1 point", "2 points", "13 points", "cannot say", "a break"]);
});

it("goes to the card that digits begin", () => {
  expect([cardTyped(cards, "1"), cardTyped(cards, "13"), cardTyped(cards, "0"), cardTyped(cards, "0.5"), cardTyped(cards, "?"), cardTyped(cards, "7")]).toEqual([1, 3, 0, 0, 4, -1]);
});

it("names who is apart, the highest first", () => {
  expect(said({ low: 2, high: 8, lowest: ["Jonas"], highest: ["Hana"] })).toBe("Hana and Jonas go first: why 8, why 2? More than half say 3.");
  expect(said({ high: 8, highest: ["Hana"] })).toBe("Hana goes first: why 8? More than half say 3.");
  expect(said({ low: 3, high: 5, proposed: 5, majority: false })).toBe("No card has more than half of the table; more than half say 5 or less.");
});

it("says when everybody agrees, cannot say, or needs a break", () => {
  expect(said({ agreed: true })).toBe("Everybody says 3.");
  expect(said({ unsure: ["Bo"], wantsBreak: ["Di", "Ed"] })).toBe("Bo cannot say. Di and Ed ask for a break. More than half say 3.");
  expect(said({ low: null, high: null, proposed: null, majority: false, unsure: ["Bo"] })).toBe("Bo cannot say. Nobody gave an estimate.");
});

it("uses first names where they tell people apart", () => {
  expect(shortNames(["Hana Sato", "Jonas Lindqvist", "Hana Berg"])).toEqual(["Hana Sato", "Jonas", "Hana Berg"]);
});
