import { tick } from "svelte";
import type { Id, Person, PrivateCard, Retro, RetroPhase, RpcError } from "$lib/contract";
import { announce } from "$lib/announce";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { type Desk, PRIVATE, type Said, type Table, tableOf } from "./desk.svelte";
import { shown, turnsIn } from "./phases";
import { inPrivate } from "./private";

/**
 * One screen goes from hand to hand. Whoever sits at it acts, and nobody else comes to act before somebody says so. What
 * they wrote in their turn is known to this window only, and forgotten when they hand over.
 */
export class Turn {
  #retro: () => Retro | null;
  /** Who is asked to the screen: until they are there, it shows nothing. */
  asked = $state<Id | null>(null);

  constructor(retro: () => Retro | null) {
    this.#retro = retro;
  }

  get #table(): Table {
    const table = tableOf(this.#retro()?.id ?? "");
    table.retro = this.#retro;
    return table;
  }

  /** What the one at the screen has there, however they came to it. */
  desk: Desk = $derived.by(() => this.#table.desk(session.actingAs));

  get #phase(): RetroPhase | undefined {
    return this.#retro()?.phase;
  }

  /** The cards of the one at the screen that nobody else has seen. */
  mine: PrivateCard[] = $derived.by(() => {
    const seen = this.#retro()?.columns.flatMap((column) => column.cards.map((card) => card.id)) ?? [];
    return this.desk.mine.filter((card) => !seen.includes(card.id));
  });

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
    return { checkIn: checkedIn, vote: voted, close: rated }[retro.phase as string] ?? this.#table.had;
  });

  /** Who comes next: the first after the one at the screen who has not been yet. */
  next: Person | null = $derived.by(() => {
    const people = this.people;
    const at = people.findIndex((person) => person.id === session.actingAs);
    const round = [...people.slice(at + 1), ...people.slice(0, Math.max(at, 0))];
    return round.find((person) => !this.done.includes(person.id)) ?? null;
  });

  /** Who handed the screen over first and can have it again, once the turns of the phase are over. */
  host: Person | null = $derived.by(() => {
    const retro = this.#retro();
    const { home } = this.#table;
    if (!home || home === session.actingAs || this.asked) return null;
    const over = !retro || !turnsIn(retro) || !this.next || shown(retro);
    return over ? (session.people.find((person) => person.id === home) ?? null) : null;
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
    return !this.asked && this.desk.last(this.#phase) !== null;
  }

  /** What the one at the screen has begun in this phase and not handed in, in words. */
  get unsent(): string | null {
    return this.desk.begun(this.#phase);
  }

  /** Who has begun something that is not handed in, each in a sentence: in this phase, or in any. */
  begun(anywhere = false): string[] {
    const phases = anywhere ? PRIVATE : [this.#phase];
    return this.#table.desks.flatMap(([id, desk]) => {
      const person = session.personOf(id);
      const name = person ? this.short(person) : "Somebody";
      return phases.flatMap((phase) => desk.begun(phase) ?? []).map((what) => `${name} has ${/^\d/.test(what) ? what : `begun ${what}`}.`);
    });
  }

  ask(person: Id): void {
    this.asked = person;
    announce(`Hand the screen to ${session.personOf(person)?.name ?? "the next person"}`);
  }

  /** The one who was asked is there. */
  begin(): void {
    if (this.asked) this.#seat(this.asked);
  }

  /** Back to who handed over first: at once, unless something waits there that is for their eyes alone. */
  goBack(): void {
    const { host } = this;
    if (!host) return;
    if (this.#table.desk(host.id).secret) this.ask(host.id);
    else this.#seat(host.id);
  }

  #seat(person: Id): void {
    const table = this.#table;
    table.home ??= session.actingAs;
    this.#leave();
    session.actAs(person);
    if (table.home === person) table.home = null;
    this.asked = null;
    announce(`${session.person?.name ?? ""} is at the screen`);
    void tick().then(() => {
      const first = ["[data-first]", "[data-after]", this.finished ? "[data-hand-over]" : "[data-unit]"];
      first.map((one) => document.querySelector<HTMLElement>(one)).find(Boolean)?.focus();
    });
  }

  /** Another phase: everybody's turn is to come. What was begun waits for its person. */
  fresh(): void {
    this.#table.had = [];
  }

  /** What was private in this phase is shown. */
  shown(phase: RetroPhase): void {
    for (const [, desk] of this.#table.desks) desk.shown(phase);
  }

  /** What can be voted on now; votes on anything else go back to who gave them. */
  prune(subjects: Id[]): void {
    for (const [, desk] of this.#table.desks) desk.ballot.prune(subjects);
  }

  /** It is closed. */
  closed(): void {
    this.asked = null;
    this.#table.clear();
  }

  #leave(): void {
    const person = session.actingAs;
    const table = this.#table;
    if (person && this.desk.back.length && !table.had.includes(person)) table.had = [...table.had, person];
    this.desk.leave();
  }

  kept(what: string, ids: Id[], restore: () => void): void {
    const phase = this.#phase;
    if (phase) this.desk.kept({ phase, what, ids, restore });
  }

  async rewrite(card: Id, change: { text?: string; column?: Id }): Promise<RpcError | null> {
    const { desk } = this;
    const result = await inPrivate("retro.rewriteCard", { card, ...change });
    if (!result.ok) return result.error;
    desk.mine = desk.mine.map((one) => (one.id === card ? result.value : one));
    return null;
  }

  /**
   * Takes back what was said last in this phase, or one card. It was private, so it leaves nothing behind; it returns to
   * where it was written.
   */
  async takeBack(card?: Id): Promise<boolean> {
    const { desk } = this;
    if (this.asked) return false;
    const said: Said | null = card ? (desk.back.find((one) => one.ids.includes(card)) ?? null) : desk.last(this.#phase);
    if (!said) return false;
    const result = await inPrivate("retro.takeBack", { ids: said.ids });
    if (!result.ok) {
      toasts.error(result.error);
      return false;
    }
    said.restore();
    desk.mine = desk.mine.filter((one) => !said.ids.includes(one.id));
    desk.back = desk.back.filter((one) => one !== said);
    announce(`Taken back: ${said.what}`);
    return true;
  }

  /**
   * Ctrl Z. Between two people nothing is taken back, and in a turn only what is one's own: then what the last toast offers,
   * but never the way into the phase. False lets the key through.
   */
  back(): void | false {
    if (this.asked) return announce("Nothing is taken back while the screen changes hands");
    if (this.canTakeBack) return void this.takeBack();
    const retro = this.#retro();
    if (!retro || !turnsIn(retro) || offered()) return false;
    toasts.warn("Nothing of yours to take back here. Alt ← goes back a phase.");
  }
}

/** Whether the window offers to undo what was done last, with the same key. */
function offered(): boolean {
  return toasts.list.some((toast) => toast.tone === "done" && toast.action?.kbd === "Mod+Z");
}
