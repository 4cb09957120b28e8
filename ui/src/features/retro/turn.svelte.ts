import { tick } from "svelte";
import type { Id, Person, PrivateCard, Retro, RpcError } from "$lib/contract";
import { announce } from "$lib/announce";
import { count } from "$lib/format";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { store, stored } from "$lib/stored";
import { Ballot } from "./ballot.svelte";
import type { Composer } from "./composer.svelte";
import { inPrivate } from "./private";

/** What one person has at the screen. This window alone knows it, and shows it to nobody else. */
class Desk {
  /** The cards of this turn. */
  mine = $state.raw<PrivateCard[]>([]);
  /** What can be taken back, the last first: each entry is what was kept at once. */
  back = $state.raw<{ what: string; ids: Id[] }[]>([]);
  /** What is being typed, by column. */
  composers = $state.raw<Record<Id, Composer>>({});
  ballot: Ballot;

  constructor(retro: () => Retro | null) {
    this.ballot = new Ballot(retro);
  }

  /** What was begun and not handed in, in words. */
  get unsent(): string | null {
    const votes = this.ballot.votes.length;
    if (votes) return `${count(votes, "vote")} not handed in`;
    return Object.values(this.composers).some((one) => one.text.trim()) ? "a card that is not added" : null;
  }

  /** Handed over: what was said is said, and no longer known here to be theirs. */
  leave(): void {
    this.mine = [];
    this.back = [];
  }
}

/**
 * One screen goes from hand to hand. Whoever sits at it acts; what they wrote in their turn is known to this window only,
 * and forgotten when they hand over. Afterwards whoever held the retrospective acts again.
 */
export class Turn {
  #retro: () => Retro | null;
  #desks: Record<Id, Desk> = {};
  #round = $state(0);
  /** Who is asked to the screen: until they are there, it shows nothing. */
  asked = $state<Id | null>(null);
  /** Who has been at the screen in this phase. */
  #had = $state.raw<Id[]>([]);

  constructor(retro: () => Retro | null) {
    this.#retro = retro;
  }

  /** What the one at the screen has there, however they came to it. */
  desk: Desk = $derived.by(() => {
    void this.#round;
    return (this.#desks[session.actingAs ?? ""] ??= new Desk(this.#retro));
  });

  get mine(): PrivateCard[] {
    return this.desk.mine;
  }

  /** Who held the retrospective before the screen went round; the window may have been opened anew since. */
  get #home(): Id | null {
    return stored(this.#homeKey);
  }

  set #home(person: Id | null) {
    store(this.#homeKey, person);
  }

  get #homeKey(): string {
    return `retro.${this.#retro()?.id}.home`;
  }

  /** Who takes part: the Scrum Team, or everybody where nobody has a role. */
  get people(): Person[] {
    const team = session.people.filter((person) => session.rolesOf(person.id).some((role) => role !== "stakeholder"));
    return team.length ? team : session.people;
  }

  /** Who has done what this phase asks of each. */
  done: Id[] = $derived.by(() => {
    const retro = this.#retro();
    if (!retro) return [];
    const { checkedIn, voted, rated } = retro.private;
    return { checkIn: checkedIn, vote: voted, close: rated }[retro.phase as string] ?? this.#had;
  });

  /** Who comes next: the first after the one at the screen who has not been yet. */
  next: Person | null = $derived.by(() => {
    const people = this.people;
    const at = people.findIndex((person) => person.id === session.actingAs);
    const round = [...people.slice(at + 1), ...people.slice(0, Math.max(at, 0))];
    return round.find((person) => !this.done.includes(person.id)) ?? null;
  });

  /** What somebody is called at the table: the first name, where nobody shares it. */
  short({ id, name }: Person): string {
    const first = (whole: string) => whole.split(" ")[0] ?? whole;
    return this.people.some((other) => other.id !== id && first(other.name) === first(name)) ? name : first(name);
  }

  get finished(): boolean {
    return session.actingAs !== null && this.done.includes(session.actingAs);
  }

  get canTakeBack(): boolean {
    return this.desk.back.length > 0;
  }

  ask(person: Id): void {
    this.asked = person;
    announce(`Hand the screen to ${session.personOf(person)?.name ?? "the next person"}`);
  }

  /** The one who was asked is there. */
  begin(): void {
    if (!this.asked) return;
    this.#home ??= session.actingAs;
    this.#leave();
    session.actAs(this.asked);
    this.asked = null;
    announce(`${session.person?.name ?? ""} is at the screen`);
    void tick().then(() => document.querySelector<HTMLElement>("[data-first]")?.focus());
  }

  /** Back to whoever held the retrospective before the screen went round. */
  end(): void {
    this.#leave();
    this.asked = null;
    if (this.#home) session.actAs(this.#home);
    this.#home = null;
  }

  /** Another phase: everybody's turn is to come. */
  fresh(): void {
    this.end();
    this.#had = [];
    this.#desks = {};
    this.#round += 1;
  }

  #leave(): void {
    const person = session.actingAs;
    if (person && this.desk.back.length && !this.#had.includes(person)) this.#had = [...this.#had, person];
    this.desk.leave();
  }

  kept(what: string, ids: Id[]): void {
    this.desk.back = [{ what, ids }, ...this.desk.back];
  }

  /** A card came back kept; its writer may have handed over meanwhile. */
  wrote(desk: Desk, card: PrivateCard): void {
    if (desk !== this.desk) return;
    desk.mine = [...desk.mine, card];
    this.kept("card", [card.id]);
  }

  async rewrite(card: Id, change: { text?: string; column?: Id }): Promise<RpcError | null> {
    const result = await inPrivate("retro.rewriteCard", { card, ...change });
    if (!result.ok) return result.error;
    this.desk.mine = this.mine.map((one) => (one.id === card ? result.value : one));
    return null;
  }

  /** Takes back what was said last, or one card. It was private, so it leaves nothing behind. */
  async takeBack(card?: Id): Promise<boolean> {
    const { desk } = this;
    const last = card ? { what: "card", ids: [card] } : desk.back[0];
    if (!last) return false;
    const result = await inPrivate("retro.takeBack", { ids: last.ids });
    if (!result.ok) {
      toasts.error(result.error);
      return false;
    }
    desk.mine = desk.mine.filter((one) => !last.ids.includes(one.id));
    desk.back = desk.back.filter((one) => !one.ids.some((id) => last.ids.includes(id)));
    announce(`Taken back: ${last.what}`);
    return true;
  }
}
