import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Name, PokerCard, PokerRound, PokerTable } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { Game } from "./game.svelte";
import { poker } from "./poker.svelte";

const point = (points: number): PokerCard => ({ card: "points", points });
const cards = [point(1), point(2), point(3), point(5), { card: "unsure" } as PokerCard];
const PEOPLE = ["ada", "bo", "cy"];
let rounds: PokerRound[];
let votes: Record<string, PokerCard>;
let asked: { name: Name; request: Record<string, unknown> }[];
let refuse: boolean;
let stop = () => {};

const table = (): PokerTable => ({ item: "pier", key: "HBR-1", title: "Pier", estimate: null, cards, people: PEOPLE, rounds, refusal: null });
const seats = (shown: boolean) => PEOPLE.map((person) => ({ person, chosen: person in votes, card: shown ? (votes[person] ?? null) : null, chosenAt: null }));
const round = (change: Partial<PokerRound> = {}): PokerRound => ({ id: "one", number: 1, openedAt: "2026-03-09T09:00:00Z", openedBy: null, revealedAt: null, revealedBy: null, seats: seats(false), outcome: null, accepted: null, acceptedAt: null, acceptedBy: null, ...change });

/** Answers as the host does: no card before all are turned. */
function carryOut(name: Name, request: Record<string, unknown>) {
  if (name === "poker.open") {
    votes = {};
    rounds = [round({ id: `round-${rounds.length + 1}`, number: rounds.length + 1 }), ...rounds];
  }
  if (name === "poker.vote") {
    votes[request["person"] as string] = request["card"] as PokerCard;
    rounds = [{ ...rounds[0]!, seats: seats(false) }, ...rounds.slice(1)];
  }
  if (name === "poker.reveal") {
    const outcome = { low: 2, high: 5, lowest: ["ada"], highest: ["cy"], unsure: [], wantsBreak: [], proposed: 3, majority: false, agreed: false };
    rounds = [{ ...rounds[0]!, revealedAt: "2026-03-09T09:05:00Z", seats: seats(true), outcome }, ...rounds.slice(1)];
  }
  if (name === "poker.accept") rounds = [{ ...rounds[0]!, accepted: request["estimate"] as number }, ...rounds.slice(1)];
  if (name === "poker.clear") rounds = rounds.slice(1);
}

beforeEach(() => {
  [rounds, votes, asked, refuse] = [[], {}, [], false];
  useHost({
    rpc: async (name, request) => {
      if (name !== "poker.get") {
        asked.push({ name, request: request as never });
        if (refuse) throw { code: "poker_card", message: "There is no such card.", hint: "Choose another." };
        carryOut(name, request as never);
      }
      return { value: table(), action: null, guidance: [] } as never;
    },
    onChanged: () => () => {},
  });
});
afterEach(() => {
  stop();
  client.clear();
});

async function game(): Promise<Game> {
  let made!: Game;
  stop = $effect.root(() => {
    made = new Game("pier", (person) => person);
  });
  flushSync();
  while (!made.table) await new Promise((resolve) => setTimeout(resolve, 1));
  return made;
}

/** The person with the screen sits down and chooses. */
async function choose(made: Game, at: number) {
  made.sit();
  await made.choose(at);
  await settled(made);
}

async function settled(made: Game) {
  await new Promise((resolve) => setTimeout(resolve, 1));
  flushSync();
  void made.step;
}

describe("a table", () => {
  it("hands the screen from one to the next and turns the cards when all have chosen", async () => {
    const made = await game();
    expect(made.step).toBe("gather");
    await made.open(PEOPLE);
    await settled(made);
    const seen: (string | null)[] = [];
    for (const at of [1, 2, 3]) {
      seen.push(made.step, made.current);
      made.sit();
      expect(made.step).toBe("choose");
      await made.choose(at);
      await settled(made);
      expect(JSON.stringify(made.seats)).not.toContain("points");
    }
    expect(seen).toEqual(["handOver", "ada", "handOver", "bo", "handOver", "cy"]);
    expect(made.step).toBe("turn");
    await made.reveal();
    await settled(made);
    expect([made.step, made.estimate]).toEqual(["talk", 3]);
    made.card = 3;
    expect(await made.accept()).toBe(true);
    expect(asked.at(-1)).toEqual({ name: "poker.accept", request: { round: "round-1", estimate: 5 } });
  });

  it("lets anybody choose again before the cards are turned", async () => {
    const made = await game();
    await made.open(PEOPLE);
    await settled(made);
    await choose(made, 0);
    made.turnTo("ada");
    expect([made.step, made.current]).toEqual(["handOver", "ada"]);
    await choose(made, 3);
    expect(made.current).toBe("bo");
    expect(asked.filter(({ name }) => name === "poker.vote").map(({ request }) => request["person"])).toEqual(["ada", "ada"]);
  });

  it("keeps the seat where a card is refused, and says why", async () => {
    const made = await game();
    await made.open(PEOPLE);
    await settled(made);
    refuse = true;
    await choose(made, 2);
    expect([made.step, made.current, made.error?.code]).toEqual(["choose", "ada", "poker_card"]);
    made.rise();
    expect([made.step, made.error]).toEqual(["handOver", null]);
  });

  it("turns early only when asked to, votes again, and is cleared", async () => {
    const made = await game();
    await made.open(PEOPLE);
    await settled(made);
    await choose(made, 0);
    await made.reveal(true);
    expect(asked.at(-1)!.request).toEqual({ round: "round-1", early: true });
    await settled(made);
    await made.again();
    await settled(made);
    expect([made.number, made.step, made.chosen]).toEqual([2, "handOver", 0]);
    await made.clear();
    await settled(made);
    expect(made.step).toBe("talk");
  });
});

describe("several items", () => {
  it("come one after the other, and the end gives the focus back", () => {
    let back = 0;
    poker.start(["a", "b"], () => back++);
    expect([poker.item, poker.left]).toEqual(["a", 1]);
    poker.next();
    expect([poker.item, poker.left, back]).toEqual(["b", 0, 0]);
    poker.next();
    expect([poker.item, back]).toEqual([null, 1]);
    poker.start([]);
    expect(poker.item).toBeNull();
  });
});
