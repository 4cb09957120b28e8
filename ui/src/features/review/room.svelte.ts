import { tick } from "svelte";
import { announce } from "$lib/announce";
import type { Feedback, Id, Place, Request, Review, RpcError, Speaker, SprintReview } from "$lib/contract";
import { command, query, type Patch } from "$lib/data";
import { Draft } from "$lib/draft.svelte";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { GoalVerdict, type Verdict } from "./verdict.svelte";
import { moved, refusedMinutes, speakerBehind } from "./words";

export type Tab = "goal" | "people" | "backlog" | "minutes";
/** Where feedback is being written: about a point, or about the whole. */
export type Writing = { point: Id | null };
/** What was begun and is not saved. */
export type Begun = { verdict: boolean; notes: boolean; minutes: boolean; remarks: number };

/** The room of the Sprint Review: that of the sprint in the address, else the one under way, else that of the active sprint. */
export class ReviewRoom {
  // State, because the queries below look at it before the constructor has set it.
  #params = $state.raw<() => string[]>(() => []);
  #product = () => (session.product ? { product: session.product.id } : null);
  list = query("review.list", this.#product);
  sprints = query("sprint.list", this.#product);
  all = $derived(this.sprints.data?.sprints ?? []);
  active = $derived(this.all.find((sprint) => sprint.state === "active") ?? null);
  /** Of which sprint; none until both lists are known, so that no other is shown on the way. */
  id: Id | null = $derived.by(() => {
    const [asked] = this.#params();
    if (asked || !this.list.data || !this.sprints.data) return asked ?? null;
    const running = this.list.data.reviews.filter(({ state }) => state === "running");
    return (running.find(({ sprint }) => sprint === this.active?.id) ?? running[0])?.sprint ?? this.active?.id ?? null;
  });
  answer = query("review.get", () => (this.id ? { sprint: this.id } : null), { keep: true });
  told: SprintReview | null = $derived(this.id ? (this.answer.data ?? null) : null);
  review: Review | null = $derived(this.told?.review ?? null);
  over = $derived(this.review?.state === "ended");
  points = $derived(this.review?.points ?? []);
  tab = $state<Tab>("goal");
  writing = $state.raw<Writing | null>(null);
  /** Who spoke last: mostly the one who goes on. */
  speaker = $state.raw<Speaker>({});
  /** Demo mode, and which point it shows. */
  demo = $state(false);
  at = $state(0);
  adding = $state(false);
  /** Asked to end it, and not sure yet. */
  ending = $state(false);
  /** What was noted last in this window. */
  #noted = $state.raw<Id | null>(null);
  #drafts: Record<string, Draft> = {};
  #verdicts: Record<Id, GoalVerdict> = {};
  /** It is being started or ended. */
  #holding = false;
  /** What is being written down. */
  #saying: Promise<unknown> = Promise.resolve();

  constructor(params: () => string[]) {
    this.#params = params;
  }

  /** What was said about a point; with null about the whole, or about a point that is not shown any more. */
  said(point: Id | null): Feedback[] {
    const all = this.review?.feedback ?? [];
    if (point) return all.filter((one) => one.point === point);
    return all.filter((one) => !this.points.some(({ id }) => id === one.point));
  }

  /** What is being written about a point, or about the whole: one for the room and for the demo. */
  draft(point: Id | null): Draft {
    return this.#draft(`review.${this.#id}.feedback.${point ?? "whole"}`);
  }

  /** What was said, while it is worded anew. */
  redraft(feedback: Id): Draft {
    return this.#draft(`feedback.${feedback}`, () => this.review?.feedback.find(({ id }) => id === feedback)?.text ?? "");
  }

  get notes(): Draft {
    return this.#draft(`review.${this.#id}.notes`, () => this.review?.notes ?? "");
  }

  get minutes(): Draft {
    return this.#draft(`review.${this.#id}.minutes`, () => this.review?.minutes ?? "");
  }

  /** Whether the Sprint Goal was met, as it is being said: one for the pane and for the end of the Review. */
  get verdict(): GoalVerdict {
    return (this.#verdicts[this.#id] ??= new GoalVerdict(this.#id, () => this.review, this.judge));
  }

  /** What was begun and is not saved, for whoever ends the Review. */
  get begun(): Begun {
    return { verdict: this.verdict.waits, notes: this.notes.changed, minutes: this.minutes.changed, remarks: this.#remarks().length };
  }

  /** Remarks that were begun, each with the way to save it. */
  #remarks(): { draft: Draft; save: () => Promise<RpcError | null> }[] {
    const about = [...this.points.map(({ id }) => id), null];
    const news = about.map((point) => ({ draft: this.draft(point), save: () => this.say(point, this.draft(point).text, this.speaker) }));
    const rewords = (this.review?.feedback ?? []).map((one) => ({ draft: this.redraft(one.id), save: () => this.resay(one.id, this.redraft(one.id).text, speakerBehind(one)) }));
    return [...news, ...rewords].filter(({ draft }) => draft.changed);
  }

  #draft(key: string, stands?: () => string): Draft {
    return (this.#drafts[key] ??= new Draft(key, stands));
  }

  /** The note that is meant: the one the keyboard is on, else the newest of its point, else what was just written. */
  meant(feedback: Id | undefined, point: Id | undefined): Feedback | null {
    const all = this.review?.feedback ?? [];
    if (feedback) return all.find(({ id, item }) => id === feedback && !item) ?? null;
    if (point) return this.said(point).findLast(({ item }) => !item) ?? null;
    return all.find(({ id, item }) => id === this.#noted && !item) ?? null;
  }

  prepare = () => this.#of("review.prepare", this.id && { sprint: this.id });

  /** Asked for twice, it is started once. */
  start = () => this.#hold(async () => {
    if (this.review) await command("review.start", { review: this.#id });
    return null;
  });

  /** What was begun is saved first, each an action of its own. If any of it is refused the Review goes on, and the answer says why. */
  end = (verdict: Verdict) => this.#hold(async () => {
    const refused = await this.verdict.settle(verdict) ?? await this.#saveBegun();
    if (refused) return refused;
    // The address without a sprint is that of the active one, or of the Review under way: this one is about to be neither.
    if (!this.#params()[0] && this.id && this.told?.sprint.state !== "active") router.replace("review", this.id);
    const error = await this.#save("review.end", { review: this.#id });
    if (!error) this.ending = false;
    return error;
  });

  async #saveBegun(): Promise<RpcError | null> {
    const notes = { draft: this.notes, save: () => this.write({ notes: this.notes.text }) };
    for (const { draft, save } of [...(this.notes.changed ? [notes] : []), ...this.#remarks()]) {
      const error = await save();
      if (error) return error;
      draft.clear();
    }
    return null;
  }

  async #hold(act: () => Promise<RpcError | null>): Promise<RpcError | null> {
    if (this.#holding) return null;
    this.#holding = true;
    const error = await act();
    this.#holding = false;
    if (error) return error;
    await tick();
    document.querySelector<HTMLElement>("main h1")?.focus();
    return null;
  }

  /** It shows at once: what is said of it hangs on what stands. */
  judge = async (met: boolean | null, reason: string): Promise<RpcError | null> => {
    const of = this.#id;
    const optimistic = (patch: Patch) => patch.update("review.get", (told) => (told.review?.id === of ? { ...told, review: { ...told.review, goalMet: met, goalReason: reason } } : told));
    const result = await command("review.judgeGoal", { review: of, reason, ...(met !== null && { met }) }, { optimistic, ownErrors: true });
    return result.ok ? null : result.error;
  };

  write(words: { notes?: string; minutes?: string | null }): Promise<RpcError | null> {
    return this.#save("review.write", { review: this.#id, ...words });
  }

  invite = (who: { person?: Id; guest?: string }) => this.#of("review.invite", { review: this.#id, ...who });
  uninvite = (attendee: Id) => this.#of("review.uninvite", { attendee });
  mark = (attendees: readonly Id[], present: boolean) => this.#of("review.markPresent", { review: this.#id, attendees: [...attendees], present });

  /** All that is Done and not shown yet. */
  addDone = () => this.#of("review.addPoints", { review: this.#id });
  addPoint = (title: string) => this.#save("review.addPoints", { review: this.#id, title });
  present = (point: Id, presenter: Id | null) => this.#of("review.editPoint", { point, presenter });
  time = async (point: Id, timebox: number | null) => refusedMinutes(timebox) ?? this.#save("review.editPoint", { point, timebox });
  reword = (point: Id, title: string) => this.#save("review.editPoint", { point, title });
  /** It shows at once, so that the row does not go back to where it was on its way. */
  movePoint = async (point: Id, to: number): Promise<void> => {
    const optimistic = (patch: Patch) => patch.update("review.get", (told) => (told.review?.id === this.#id ? { ...told, review: { ...told.review, points: moved(told.review.points, point, to) } } : told));
    await command("review.movePoint", { point, to }, { optimistic });
  };

  removePoint = (point: Id) => this.#of("review.removePoint", { point });

  async say(point: Id | null, text: string, by: Speaker): Promise<RpcError | null> {
    const named = by.person || by.guest ? { by } : {};
    const request = { review: this.#id, text, ...named, ...(point && { point }) };
    // One after the other: written quickly, they are kept in the order they were said.
    const turn = this.#saying.then(() => command("feedback.add", request, { ownErrors: true }));
    this.#saying = turn;
    const result = await turn;
    if (!result.ok) return result.error;
    this.#noted = result.value.feedback.id;
    announce("Feedback noted");
    return null;
  }

  resay = (feedback: Id, text: string, by: Speaker) => this.#save("feedback.edit", { feedback, text, by });
  unsay = (feedback: Id) => this.#of("feedback.delete", { feedback });

  /** One step from words to work; the host keeps the link. */
  async toItem(feedback: Feedback, place?: Place): Promise<void> {
    const result = await command("feedback.toItem", { feedback: feedback.id, ...(place && { place }) });
    if (result.ok) announce(`The feedback is now ${result.value.key}`);
  }

  /** Steps through what is shown; stops at the ends. */
  turn(by: number): void {
    const to = Math.max(0, Math.min(this.points.length - 1, this.at + by));
    if (to === this.at) return;
    this.at = to;
    const point = this.points[to];
    if (point) announce(`${to + 1} of ${this.points.length}: ${`${point.key} ${point.title}`.trim()}`);
  }

  show(at = 0): void | false {
    if (!this.points.length) return false;
    this.at = Math.min(at, this.points.length - 1);
    this.demo = true;
  }

  look(sprint: Id | null): void {
    if (sprint) router.go("review", sprint);
    else router.go("review");
  }

  get #id(): Id {
    return this.review?.id ?? "";
  }

  async #of<N extends Parameters<typeof command>[0]>(name: N, request: Request<N> | null | false | ""): Promise<void> {
    if (request) await command(name, request);
  }

  async #save<N extends Parameters<typeof command>[0]>(name: N, request: Request<N>): Promise<RpcError | null> {
    const result = await command(name, request, { ownErrors: true });
    return result.ok ? null : result.error;
  }
}
