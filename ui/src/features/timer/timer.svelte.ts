import type { Id, Timer, TimerKind } from "$lib/contract";
import { announce } from "$lib/announce";
import { client, command, query } from "$lib/data";
import { keyOf } from "$lib/data/query";
import { spoken } from "./clock";
import { pulse } from "./pulse.svelte";

/** How often a running timer is compared with the host, which owns the clock. */
const COMPARE_MS = 10_000;

/** What is timed, and what its timer starts as. */
export type Subject = {
  product: Id;
  kind: TimerKind;
  /** The id of the meeting, or of the topic in it. */
  subject: string;
  /** What the end is told of: "Daily Scrum". */
  label: string;
  /** The timebox it starts with. */
  seconds: number;
};

/**
 * The timer of a meeting or of one topic. The host keeps instants and answers what is left; in between this counts on by
 * the machine's clock, from when the answer came, so that neither a window in the background nor sleep makes it wrong.
 */
export class TimerOf {
  // State, because the query below looks at it before the constructor has set it.
  #subject = $state.raw<() => Subject | null>(() => null);
  #answer = query("timer.get", () => {
    const of = this.#subject();
    return of ? { kind: of.kind, subject: of.subject } : null;
  });

  #goesOn: boolean;

  /**
   * Call it while a component is being set up. While `subject` returns null there is nothing to time. With `goesOn`,
   * starting it after it was stopped goes on from there instead of from the beginning.
   */
  constructor(subject: () => Subject | null, { goesOn = false } = {}) {
    this.#subject = subject;
    this.#goesOn = goesOn;
    $effect(() => (this.running ? pulse.watch() : undefined));
    $effect(() => {
      if (!this.running) return;
      const compare = setInterval(() => this.#compare(), COMPARE_MS);
      const back = () => !document.hidden && this.#compare();
      document.addEventListener("visibilitychange", back);
      return () => {
        clearInterval(compare);
        document.removeEventListener("visibilitychange", back);
      };
    });
  }

  known = $derived.by(() => this.#answer.data !== undefined);
  /** The one that is under way, or the last one there was. */
  timer: Timer | null = $derived.by(() => this.#answer.data?.timer ?? null);
  running = $derived(this.timer?.state === "running");
  paused = $derived(this.timer?.state === "paused");
  /** Somebody started it and nobody has stopped it. */
  live = $derived(this.running || this.paused);
  /** What has passed since the answer; nothing when the machine's clock went back behind it. */
  #since = $derived.by(() => (this.running ? Math.max(0, pulse.at - this.#answer.dataUpdatedAt) : 0));
  /** Milliseconds left; below zero, by how much it is over. */
  leftMs = $derived((this.timer?.leftMs ?? 0) - this.#since);
  spentMs = $derived((this.timer?.spentMs ?? 0) + this.#since);
  lengthMs = $derived((this.timer?.lengthSeconds ?? this.#subject()?.seconds ?? 0) * 1000);
  over = $derived(this.live && this.leftMs <= 0);

  async start(): Promise<void> {
    const of = this.#subject();
    if (!of || this.live) return;
    if (this.#goesOn && this.timer) {
      if ((await command("timer.resume", { timer: this.timer.id })).ok) announce("Timer goes on");
    } else if ((await command("timer.start", of)).ok) announce(`Timer started: ${spoken(of.seconds)}`);
  }

  /** Holds it, or sets it going again. */
  async toggle(): Promise<void> {
    if (!this.timer || !this.live) return;
    const paused = this.paused;
    const name = paused ? "timer.resume" : "timer.pause";
    if ((await command(name, { timer: this.timer.id })).ok) announce(paused ? "Timer goes on" : "Timer paused");
  }

  async extend(seconds: number): Promise<void> {
    if (!this.timer || !this.live) return;
    if ((await command("timer.extend", { timer: this.timer.id, seconds })).ok) announce(`${spoken(seconds)} more`);
  }

  async stop(): Promise<void> {
    if (!this.timer || !this.live) return;
    if ((await command("timer.stop", { timer: this.timer.id })).ok) announce("Timer stopped");
  }

  #compare(): void {
    const of = this.#subject();
    if (of) void client.invalidateQueries({ queryKey: keyOf("timer.get", { kind: of.kind, subject: of.subject }), exact: true });
  }
}
