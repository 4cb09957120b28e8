import type { BlockedItem, Id, Impediment, RpcError, Severity } from "$lib/contract";
import { command } from "$lib/data";
import { session } from "$lib/session.svelte";
import { Downtime } from "./downtime.svelte";

/** An impediment about to be raised. One for the window, since it can be raised from anywhere. */
class Raising {
  open = $state(false);
  title = $state("");
  description = $state("");
  severity = $state<Severity>("medium");
  owner = $state<Id | null>(null);
  items = $state.raw<readonly BlockedItem[]>([]);
  endangersGoal = $state(false);
  /** Something is down. */
  incident = $state(false);
  downtime = new Downtime();
  error = $state.raw<RpcError | null>(null);
  /** The last one raised, for whoever lists them. */
  last = $state.raw<Impediment | null>(null);
  sending = $state(false);
  ready = $derived(this.title.trim() !== "" && !this.sending && (!this.incident || this.downtime.ready));

  #product: Id | null = null;

  /** Opens the dialog; `items` are what it is known to block. Words that were left unsent are still there. */
  start(items: readonly BlockedItem[] = []): void {
    const said = this.title.trim() || this.description.trim();
    if (!said || this.#product !== session.product?.id) this.#clear();
    this.#product = session.product?.id ?? null;
    this.error = null;
    const known = this.items.map((item) => item.id);
    this.items = [...this.items, ...items.filter((item) => !known.includes(item.id))];
    this.open = true;
  }

  /** Says that it is an incident, down from now on until said otherwise, or that it is none. */
  setIncident(is: boolean): void {
    this.incident = is;
    if (is) this.downtime.start();
  }

  /** Raises it. Answers what was raised, or null with the reason in `error`. */
  async send(): Promise<Impediment | null> {
    const product = session.product;
    if (!product || !this.ready) return null;
    this.sending = true;
    const result = await command(
      "impediment.raise",
      {
        product: product.id, title: this.title, description: this.description, severity: this.severity, owner: this.owner ?? undefined,
        items: this.items.map((item) => item.id), endangersGoal: this.endangersGoal,
        incident: this.incident ? (this.downtime.told() ?? {}) : undefined,
      },
      { ownErrors: true },
    );
    this.sending = false;
    this.error = result.ok ? null : result.error;
    if (!result.ok) return null;
    this.open = false;
    this.last = result.value;
    this.#clear();
    return result.value;
  }

  #clear(): void {
    this.title = this.description = "";
    this.severity = "medium";
    this.owner = null;
    this.items = [];
    this.endangersGoal = false;
    this.incident = false;
  }
}

export const raising = new Raising();
