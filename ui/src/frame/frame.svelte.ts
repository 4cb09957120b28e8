import { query } from "$lib/data";
import { session } from "$lib/session.svelte";
import { currentSprint } from "$lib/sprints";
import { store, stored } from "$lib/stored";

export type Phase = "done" | "now" | "next";
const NARROW = "(max-width: 1039px)";

/** What the frame shows around every room: the sprint in view, its days, its phases, and the shape of the rail. */
export class Frame {
  #product = () => (session.product ? { product: session.product.id } : null);
  #sprints = query("sprint.list", this.#product);
  #reviews = query("review.list", this.#product);
  #retros = query("retro.list", this.#product);
  #impediments = query("impediment.list", this.#product);
  #history = query("history.state", () => ({}));
  #daily = query("daily.today", this.#product);

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

  /** Which of the sprint's phases is behind, on, or to come. */
  phase(room: string): Phase {
    const order = ["planning", "board", "daily", "review", "retrospective"];
    const looksBack = this.#retros.data?.retros.some((retro) => retro.state === "open");
    const meets = this.#daily.data?.underWay ?? false;
    const row = this.#reviews.data?.reviews.find(({ sprint }) => sprint === this.sprint?.id);
    const running = row?.state === "ended" ? 4 : row?.state === "running" ? 3 : meets ? 2 : 1;
    const now = looksBack ? 4 : this.sprint?.state === "active" ? running : 0;
    // Today's Daily Scrum is behind the team once it was held, whatever the board does.
    if (room === "daily" && now === 1 && this.#daily.data?.daily) return "done";
    const at = order.indexOf(room);
    return at < now ? "done" : at === now ? "now" : "next";
  }
}
