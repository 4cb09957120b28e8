import { tick } from "svelte";
import type { Id, Person, PrivateCard, Retro, RpcError } from "$lib/contract";
import { announce } from "$lib/announce";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { inPrivate } from "./private";

/**
 * One screen goes from hand to hand. Whoever sits at it acts; what they wrote in their turn is known to this window only,
 * and forgotten when they hand over. Afterwards whoever held the retrospective acts again.
 */
export class Turn {
  #retro: () => Retro | null;
  /** The cards of this turn. */
  mine = $state.raw<PrivateCard[]>([]);
  /** What can be taken back, the last first: each entry is what was kept at once. */
  #back = $state.raw<{ what: string; ids: Id[] }[]>([]);
  /** Who is asked to the screen: until they are there, it shows nothing. */
  asked = $state<Id | null>(null);
  /** Who has been at the screen in this phase. */
  #had = $state.raw<Id[]>([]);
  #home: Id | null = null;

  constructor(retro: () => Retro | null) {
    this.#retro = retro;
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

  get finished(): boolean {
    return session.actingAs !== null && this.done.includes(session.actingAs);
  }

  get canTakeBack(): boolean {
    return this.#back.length > 0;
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
  }

  #leave(): void {
    const person = session.actingAs;
    if (person && this.#back.length && !this.#had.includes(person)) this.#had = [...this.#had, person];
    this.mine = [];
    this.#back = [];
  }

  kept(what: string, ids: Id[]): void {
    this.#back = [{ what, ids }, ...this.#back];
  }

  wrote(card: PrivateCard): void {
    this.mine = [...this.mine, card];
    this.kept("card", [card.id]);
  }

  async rewrite(card: Id, change: { text?: string; column?: Id }): Promise<RpcError | null> {
    const result = await inPrivate("retro.rewriteCard", { card, ...change });
    if (!result.ok) return result.error;
    this.mine = this.mine.map((one) => (one.id === card ? result.value : one));
    return null;
  }

  /** Takes back what was said last, or one card. It was private, so it leaves nothing behind. */
  async takeBack(card?: Id): Promise<boolean> {
    const last = card ? { what: "card", ids: [card] } : this.#back[0];
    if (!last) return false;
    const result = await inPrivate("retro.takeBack", { ids: last.ids });
    if (!result.ok) {
      toasts.error(result.error);
      return false;
    }
    this.mine = this.mine.filter((one) => !last.ids.includes(one.id));
    this.#back = this.#back.filter((one) => !one.ids.some((id) => last.ids.includes(id)));
    announce(`Taken back: ${last.what}`);
    return true;
  }
}
