import type { SprintPhase } from "$lib/contract";
import { query } from "$lib/data";
import { session } from "$lib/session.svelte";
import { currentSprint } from "$lib/sprints";
import { store, stored } from "$lib/stored";

export type Phase = "done" | "now" | "next";
/** The rooms of the sprint's phases. */
const PHASES: Record<string, SprintPhase> = { planning: "planning", board: "work", daily: "daily", review: "review", retrospective: "retrospective" };
const NARROW = "(max-width: 1039px)";

/** What the frame shows around every room: the sprint in view, its days, its phases, and the shape of the rail. */
export class Frame {
  #product = () => (session.product ? { product: session.product.id } : null);
  #sprints = query("sprint.list", this.#product);
  #impediments = query("impediment.list", this.#product);
  #history = query("history.state", () => ({}));
  #phase = query("today.phase", this.#product, { keep: true });

  sprints = $derived(this.#sprints.data?.sprints ?? []);
  sprint = $derived(currentSprint(this.sprints));
  #detail = query("sprint.get", () => (this.sprint?.state === "active" ? { sprint: this.sprint.id } : null));
  /** The days of the active sprint; null while none runs. */
  days = $derived(this.sprint?.state === "active" ? (this.#detail.data ?? null) : null);
  openImpediments = $derived(this.#impediments.data?.open.length ?? 0);
  undo = $derived(this.#history.data?.undo ?? null);
  redo = $derived(this.#history.data?.redo ?? null);

  #narrow = $state(window.matchMedia(NARROW).matches);
  #chosen = $state(stored("rail"));
  collapsed = $derived(this.#narrow || this.#chosen === "collapsed");

  constructor() {
    $effect(() => {
      const media = window.matchMedia(NARROW);
      const follow = () => (this.#narrow = media.matches);
      media.addEventListener("change", follow);
      return () => media.removeEventListener("change", follow);
    });
  }

  /** In a narrow window the rail is always collapsed, so there is nothing to toggle. */
  get canToggle(): boolean {
    return !this.#narrow;
  }

  toggleRail(): void {
    this.#chosen = this.#chosen === "collapsed" ? null : "collapsed";
    store("rail", this.#chosen);
  }

  /** The sprint that the phase at hand is of, where that is another than the one in view: the last one is looked back on. */
  get phaseOf(): string | null {
    const name = this.#phase.data?.sprintName ?? null;
    return name === this.sprint?.name ? null : name;
  }

  /** Which of the sprint's phases is behind, on, or to come: as the app answers it, so that Today says the same. */
  phase(room: string): Phase {
    const phase = PHASES[room];
    const told = this.#phase.data;
    if (!phase || !told) return "next";
    return told.now === phase ? "now" : told.behind.includes(phase) ? "done" : "next";
  }
}
