import type { Id, PrivateCard, Retro, RetroPhase } from "$lib/contract";
import { count } from "$lib/format";
import { session } from "$lib/session.svelte";
import { store, stored } from "$lib/stored";
import { Ballot } from "./ballot.svelte";
import { Composer } from "./composer.svelte";
import { inPrivate } from "./private";

/** What somebody said in private at once, and how it returns to where it was written. */
export type Said = { phase: RetroPhase; what: string; ids: Id[]; restore: () => void };

/** What one person has at the screen. This window alone knows it, and shows it to nobody else. */
export class Desk {
  /** The cards of this turn. */
  mine = $state.raw<PrivateCard[]>([]);
  /** What can be taken back, the last first. */
  back = $state.raw<Said[]>([]);
  /** What is being typed, by column. */
  composers = $state.raw<Record<Id, Composer>>({});
  /** The check-in and the rating that are chosen and not handed in. */
  mood = $state<number | null>(null);
  word = $state("");
  rating = $state<number | null>(null);
  ballot: Ballot;
  #table: Table;
  #person: Id | null;

  constructor(table: Table, person: Id | null) {
    this.#table = table;
    this.#person = person;
    this.ballot = new Ballot(() => table.retro());
  }

  composer(column: Id): Composer {
    const table = this.#table;
    const name = () => table.retro()?.columns.find((one) => one.id === column)?.name ?? "";
    const send = (text: string) => inPrivate("retro.addCard", { retro: table.id, column, text });
    return (this.composers[column] ??= new Composer(name, send, (card) => this.wrote(card)));
  }

  /** A card came back kept; its writer may have handed over meanwhile. */
  wrote(card: PrivateCard): void {
    if (session.actingAs !== this.#person) return;
    this.mine = [...this.mine, card];
    const restore = () => this.composer(card.column).giveBack(this.mine.find((one) => one.id === card.id)?.text ?? card.text);
    this.kept({ phase: "gather", what: "your card", ids: [card.id], restore });
  }

  kept(said: Said): void {
    this.back = [said, ...this.back];
  }

  /** What was said last in a phase, and can be taken back. */
  last(phase: RetroPhase | undefined): Said | null {
    return this.back.find((said) => said.phase === kindOf(phase)) ?? null;
  }

  /** What was begun in a phase and not handed in, in words. */
  begun(phase: RetroPhase | undefined): string | null {
    const votes = this.ballot.votes.length;
    switch (kindOf(phase)) {
      case "checkIn":
        return this.mood !== null || this.word.trim() ? "a check-in that is not handed in" : null;
      case "gather":
        return Object.values(this.composers).some((one) => one.text.trim()) ? "a card that is not added" : null;
      case "vote":
        return votes && !this.#table.retro()?.counted ? `${count(votes, "vote")} not handed in` : null;
      case "close":
        return this.rating !== null ? "a rating that is not handed in" : null;
      default:
        return null;
    }
  }

  /** Whether anything lies here that is nobody else's business. */
  get secret(): boolean {
    return this.mine.length + this.back.length > 0 || PRIVATE.some((phase) => this.begun(phase));
  }

  /** What was said in a phase is shown: it is nobody's own any more. */
  shown(phase: RetroPhase): void {
    this.back = this.back.filter((said) => said.phase !== kindOf(phase));
    if (kindOf(phase) === "gather") this.mine = [];
  }

  /** Handed over: what was said is said, and no longer known here to be theirs. */
  leave(): void {
    this.mine = [];
    this.back = [];
  }
}

/** The phases in which everybody says something in private. */
export const PRIVATE = ["checkIn", "gather", "vote", "close"] as const satisfies RetroPhase[];

/** Late cards are written while cards are grouped: they are cards all the same. */
function kindOf(phase: RetroPhase | undefined): RetroPhase | undefined {
  return phase === "group" ? "gather" : phase;
}

/** What lies at the screen of one retrospective, for as long as the window lives: leaving the room takes none of it away. */
export class Table {
  readonly id: Id;
  /** How the retrospective stands, as the room in view knows it. */
  retro: () => Retro | null = () => null;
  #desks = $state.raw<Record<Id, Desk>>({});
  /** Who has been at the screen in this phase. */
  had = $state.raw<Id[]>([]);
  /** Who held the retrospective before the screen went round; the window may have been opened anew since. */
  #home = $state<Id | null>(null);

  constructor(id: Id) {
    this.id = id;
    this.#home = stored(`retro.${id}.home`);
  }

  get home(): Id | null {
    return this.#home;
  }

  set home(person: Id | null) {
    this.#home = person;
    store(`retro.${this.id}.home`, person);
  }

  desk(person: Id | null): Desk {
    return (this.#desks[person ?? ""] ??= new Desk(this, person));
  }

  /** Everybody who has been here, with what they have. */
  get desks(): [person: Id, desk: Desk][] {
    return Object.entries(this.#desks);
  }

  /** It is closed: nothing that was begun is ever handed in. Who held it is known for as long as the window lives. */
  clear(): void {
    this.#desks = {};
    this.had = [];
    store(`retro.${this.id}.home`, null);
  }
}

const tables: Record<Id, Table> = {};

export function tableOf(retro: Id): Table {
  return (tables[retro] ??= new Table(retro));
}
