import type { Daily, DailyPerson, DailyRound, Id, Person } from "$lib/contract";
import { announce } from "$lib/announce";
import { ask, command, query, type Result } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { currentSprint } from "$lib/sprints";
import { TimerOf } from "$features/timer";
import { Adding } from "./adding.svelte";

/** Fifteen minutes, in seconds. The app starts the timer with as much. */
const TIMEBOX = 900;
/** `#/daily/days/<sprint>` lists the Daily Scrums of a sprint. */
const LIST = "days";

/** The room of the Daily Scrum: today's, one of the past by its address, or the list of a sprint's. */
export class DailyRoom {
  // State, because the queries below look at it before the constructor has set it.
  #params = $state.raw<() => string[]>(() => []);
  today = query("daily.today", () => (session.product ? { product: session.product.id } : null));
  #sprints = query("sprint.list", () => (session.product ? { product: session.product.id } : null));
  sprints = $derived.by(() => this.#sprints.data?.sprints.filter(({ state }) => state !== "planned") ?? []);
  listing = $derived(this.#params()[0] === LIST);
  id: Id | null = $derived.by(() => (this.listing ? null : (this.#params()[0] ?? this.today.data?.daily ?? null)));
  daily = query("daily.get", () => (this.id ? { daily: this.id } : null), { keep: true });
  data: Daily | null = $derived.by(() => (this.id && this.daily.data?.id === this.id ? this.daily.data : null));
  /** The sprint whose Daily Scrums are listed: that of the address, of the one on show, the running one, or the last. */
  sprint: Id | null = $derived.by(() => (this.listing ? this.#params()[1] : undefined) ?? this.data?.sprint ?? this.today.data?.sprint ?? currentSprint(this.sprints)?.id ?? this.sprints[0]?.id ?? null);
  list = query("daily.list", () => (this.sprint ? { sprint: this.sprint } : null), { keep: true });
  timer: TimerOf;
  adding = new Adding(() => this.data);

  underWay = $derived(this.data?.underWay ?? false);
  isToday = $derived(this.data !== null && this.data.id === this.today.data?.daily);
  zone = $derived(session.zone);
  /** Whose turn it is. */
  speaker: DailyPerson | null = $derived(this.data?.people.find(({ speaking }) => speaking) ?? null);
  speakingItem = $derived(this.data?.items.find(({ speaking }) => speaking) ?? null);
  /** Who comes next: the first after the speaker who had no turn, or else the first at all. */
  nextPerson: DailyPerson | null = $derived.by(() => {
    const people = this.data?.people ?? [];
    const at = people.findIndex(({ speaking }) => speaking);
    return [...people.slice(at + 1), ...people.slice(0, Math.max(0, at))].find(({ spoke }) => !spoke) ?? null;
  });
  nextItem = $derived.by(() => {
    const items = this.data?.items ?? [];
    const at = items.findIndex(({ speaking }) => speaking);
    return [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find(({ spoke }) => !spoke) ?? null;
  });
  /** What Next leads to. */
  next = $derived.by(() => {
    if (this.data?.round === "board") return this.nextItem?.key ?? (this.speakingItem ? "Goal vote" : null);
    return this.nextPerson ? firstName(this.nextPerson.name) : this.speaker ? "Goal vote" : null;
  });
  /** People who do not take part and could. */
  absent: Person[] = $derived.by(() => session.people.filter(({ id }) => !this.data?.people.some(({ person }) => person === id)));
  /** The person that acts, when they take part. */
  me: DailyPerson | null = $derived.by(() => this.data?.people.find(({ person }) => person === session.actingAs) ?? null);

  /** `params` follow the address. */
  constructor(params: () => string[]) {
    this.#params = params;
    this.timer = new TimerOf(() => (this.data ? { product: this.data.product, kind: "daily", subject: this.data.id, label: "Daily Scrum", seconds: TIMEBOX } : null), { goesOn: true });
  }

  async start(round: DailyRound): Promise<void> {
    const product = session.product;
    if (!product) return;
    const result = await command("daily.start", { product: product.id, round });
    if (!result.ok) return;
    router.go("daily");
    announce(this.#turn(result.value) ?? "The Daily Scrum has begun");
  }

  /** Goes on to the next turn, or to the one that is named. */
  async turn(to: { person?: Id; item?: Id } = {}): Promise<void> {
    if (!this.data || !this.underWay) return;
    const result = await command("daily.next", { daily: this.data.id, ...to });
    if (result.ok) announce(this.#turn(result.value) ?? "Everybody had a turn. Vote on the Sprint Goal.");
  }

  async shuffle(): Promise<void> {
    if (this.data) await command("daily.shuffle", { daily: this.data.id });
  }

  async join(person: Id): Promise<void> {
    if (this.data) await command("daily.join", { daily: this.data.id, person });
  }

  async leave(person: Id): Promise<void> {
    if (this.data) await command("daily.leave", { daily: this.data.id, person });
  }

  async vote(person: Id, confidence: number | null): Promise<void> {
    if (!this.data || !this.underWay) return;
    const name = session.personOf(person)?.name ?? "";
    const result = await command("daily.vote", { daily: this.data.id, person, confidence: confidence ?? undefined });
    // The number is not said: others hear it too.
    if (result.ok) announce(confidence === null ? `${name}: vote taken back` : `${name} has voted`);
  }

  /** The vote of whoever acts. */
  async voteAsMe(confidence: number): Promise<void> {
    if (this.me) await this.vote(this.me.person, confidence);
    else toasts.warn(`${session.person?.name ?? "Nobody"} does not take part in this Daily Scrum. Choose a vote below somebody who does.`);
  }

  end(): Promise<Result<Daily>> | null {
    return this.data && this.underWay ? command("daily.end", { daily: this.data.id }) : null;
  }

  async reopen(): Promise<void> {
    if (this.data) await command("daily.reopen", { daily: this.data.id });
  }

  /** Puts the summary where it can be pasted from. */
  async copy(): Promise<void> {
    if (!this.data) return;
    try {
      const { markdown } = await ask("daily.summary", { daily: this.data.id });
      await navigator.clipboard.writeText(markdown);
      toasts.done("Summary copied as Markdown");
    } catch {
      toasts.error({ code: "not_copied", message: "The summary could not be copied: the clipboard was not available.", hint: "Try again with the window in front." });
    }
  }

  showList(sprint: Id): void {
    router.go("daily", LIST, sprint);
  }

  #turn(daily: Daily): string | null {
    const person = daily.people.find(({ speaking }) => speaking);
    const item = daily.items.find(({ speaking }) => speaking);
    return person ? `${person.name} speaks` : item ? `${item.key} ${item.title}` : null;
  }
}

export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
