import type { Id, Sprint } from "$lib/contract";
import { query } from "$lib/data";
import { session } from "$lib/session.svelte";

/** What the details of an entry draw on: the register it stands in, and the sprints it may be reviewed in. */
export class Register {
  #product = () => (session.product ? { product: session.product.id } : null);
  list = query("improvement.list", this.#product);
  #sprints = query("sprint.list", this.#product);
  #retros = query("retro.list", this.#product);

  entries = $derived(this.list.data?.improvements ?? []);
  sprints: Sprint[] = $derived(this.#sprints.data?.sprints ?? []);

  byKey(key: string | undefined) {
    return this.entries.find((entry) => entry.key === key) ?? null;
  }

  sprintName(id: Id | null): string {
    return this.sprints.find((sprint) => sprint.id === id)?.name ?? "";
  }

  /** What the retrospective is called: after its sprint. */
  retroName(id: Id | null): string {
    const retro = this.#retros.data?.retros.find((row) => row.id === id);
    return retro?.sprintName ? `Retrospective of ${retro.sprintName}` : "Retrospective";
  }

  /** Sprints whose end is still to come, soonest first, and the one that is chosen now. */
  reviewSprints(chosen: Id | null): Sprint[] {
    return this.sprints.filter((sprint) => sprint.id === chosen || sprint.state === "planned" || sprint.state === "active").reverse();
  }
}
