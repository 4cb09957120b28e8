import type { Daily, Id, Impediment, PlanChoice, RpcError } from "$lib/contract";
import { announce } from "$lib/announce";
import { command } from "$lib/data";
import { fold } from "$lib/match";

/** How many things a plan can name are offered at once. */
const OFFERED = 6;

/** What is being written in the Daily Scrum: a line of somebody's plan, or an impediment somebody names. One at a time. */
export class Adding {
  /** Whose, and what. */
  open = $state.raw<{ person: Id; what: "plan" | "impediment" } | null>(null);
  text = $state("");
  /** Which of the offered is chosen; -1 for the words as they are. */
  at = $state(-1);
  /** What an impediment blocks, and who takes care of it. */
  item = $state<Id | null>(null);
  owner = $state<Id | null>(null);
  error = $state.raw<RpcError | null>(null);
  sending = $state(false);
  #daily: () => Daily | null;

  constructor(daily: () => Daily | null) {
    this.#daily = daily;
  }

  /** What the words may mean: what is theirs first, then the rest, in the order of the board. */
  offered: PlanChoice[] = $derived.by(() => {
    if (this.open?.what !== "plan") return [];
    const person = this.open.person;
    const daily = this.#daily();
    const planned = daily?.people.find((one) => one.person === person)?.today ?? [];
    const words = fold(this.text).split(/\s+/).filter(Boolean);
    const fits = ({ key, title }: PlanChoice) => words.every((word) => fold(`${key} ${title}`).includes(word));
    const open = (daily?.choices ?? []).filter((choice) => fits(choice) && !planned.some((line) => same(line, choice)));
    const own = (choice: PlanChoice) => choice.people.includes(person);
    return [...open.filter(own), ...open.filter((choice) => !own(choice))].slice(0, OFFERED);
  });
  ready = $derived(!this.sending && (this.text.trim() !== "" || (this.open?.what === "plan" && this.at >= 0)));

  plan(person: Id): void {
    this.#begin(person, "plan");
  }

  raise(person: Id): void {
    this.#begin(person, "impediment");
  }

  type(text: string): void {
    this.text = text;
    this.at = -1;
    this.error = null;
  }

  /** Through the offered and back to the words. */
  step(delta: 1 | -1): void {
    const all = this.offered.length + 1;
    this.at = ((this.at + 1 + delta + all) % all) - 1;
  }

  close(): void {
    this.open = null;
    this.#clear();
  }

  /** Adds a line: what is chosen, or the words. The field stays for the next. */
  async add(choice: PlanChoice | null = this.offered[this.at] ?? null): Promise<boolean> {
    const [daily, open] = [this.#daily(), this.open];
    if (!daily || !open || this.sending || (!choice && this.text.trim() === "")) return false;
    this.sending = true;
    const names = choice ? (choice.task ? { task: choice.task } : choice.item ? { item: choice.item } : { impediment: choice.impediment ?? undefined }) : { text: this.text };
    const result = await command("daily.plan", { daily: daily.id, person: open.person, ...names }, { ownErrors: true, quiet: true });
    this.sending = false;
    this.error = result.ok ? null : result.error;
    if (!result.ok) return false;
    this.#clear();
    announce(`Planned: ${result.value.text}`);
    return true;
  }

  /** Raises what is written. */
  async send(): Promise<Impediment | null> {
    const [daily, open] = [this.#daily(), this.open];
    if (!daily || !open || !this.ready) return null;
    this.sending = true;
    const request = { daily: daily.id, person: open.person, title: this.text, items: this.item ? [this.item] : undefined, owner: this.owner ?? undefined };
    const result = await command("daily.raise", request, { ownErrors: true });
    this.sending = false;
    this.error = result.ok ? null : result.error;
    if (!result.ok) return null;
    this.close();
    return result.value;
  }

  #begin(person: Id, what: "plan" | "impediment"): void {
    if (this.open?.person === person && this.open.what === what) return;
    this.open = { person, what };
    this.#clear();
    // What they are at is what is most likely in the way.
    if (what === "impediment") this.item = this.#daily()?.choices.find(({ item, task, people }) => item && !task && people.includes(person))?.item ?? null;
  }

  #clear(): void {
    this.text = "";
    this.at = -1;
    this.item = this.owner = null;
    this.error = null;
  }
}

/** Whether a line of a plan names just this. */
function same(line: { item: Id | null; task: Id | null; impediment: Id | null }, choice: PlanChoice): boolean {
  return line.item === choice.item && line.task === choice.task && line.impediment === choice.impediment;
}
