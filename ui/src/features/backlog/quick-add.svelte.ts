import { announce } from "$lib/announce";
import type { Id, ItemType, RpcError, Template } from "$lib/contract";
import { ask, command, query } from "$lib/data";
import { stored, store } from "$lib/stored";
import { toasts } from "$lib/toasts.svelte";
import type { BacklogRoom } from "./room.svelte";
import { asked, isFiltered } from "./view";

export type Where = "top" | "bottom";

/** Adding items one after the other: the field stays for the next until it is closed. */
export class QuickAdd {
  title = $state("");
  type = $state<ItemType>("feature");
  estimate = $state<number | null>(null);
  where = $state<Where>(stored("backlog.add") === "top" ? "top" : "bottom");
  error = $state.raw<RpcError | null>(null);
  /** What the next items begin with. */
  template = $state.raw<Template | null>(null);
  #templates;
  templates: readonly Template[] = $derived.by(() => this.#templates.data?.templates ?? []);
  /** The newest one of this run: where the focus goes when the field is closed. */
  #added: Id | null = null;
  #room: BacklogRoom;

  constructor(room: BacklogRoom) {
    this.#room = room;
    this.#templates = query("template.list", () => ({ product: room.product.id }));
  }

  /** Begins with a template, or with none; a title that was only begun gives way. */
  use(template: Template | null): void {
    const begun = this.template?.title ?? "";
    if (this.title.trim() === begun.trim()) this.title = template?.title ?? "";
    if (template) this.type = template.type;
    this.template = template;
    announce(template ? `Template ${template.name}` : "No template");
  }

  place(where: Where): void {
    this.where = where;
    store("backlog.add", where);
  }

  /** The field is free at once: the next title can be typed while this one is being written. */
  async add(): Promise<void> {
    const title = this.title.trim();
    if (!title) return;
    const { type, estimate, where, template } = this;
    const begun = template?.title ?? "";
    if (title === begun.trim()) return;
    this.title = begun;
    this.estimate = null;
    this.error = null;
    const request = { product: this.#room.product.id, title, type, place: { to: where }, ...(estimate !== null && { estimate }), ...(template && { template: template.id }) };
    const result = await command("item.create", request, { ownErrors: true });
    if (result.ok) {
      this.#added = result.value.id;
      announce(`Added ${result.value.key}, rank ${result.value.position ?? ""}`);
      void this.#sayWhetherShown(result.value);
    } else {
      this.error = result.error;
      // What was refused comes back to be mended, unless the next one has been begun.
      if (this.title === begun) Object.assign(this, { title, estimate });
    }
  }

  /** What is added may not be what the list is filtered for: then it would look as if it had not been added. */
  async #sayWhetherShown({ id, key }: { id: Id; key: string }): Promise<void> {
    const { rows } = this.#room.list;
    if (!isFiltered(rows.view)) return;
    const there = await ask("backlog.locate", { item: id, ...asked(rows.view) });
    if (there.row === null) toasts.warn(`${key} was added at rank ${there.position ?? ""}. The filter does not show it.`);
  }

  async close(): Promise<void> {
    const { list } = this.#room;
    this.#room.adding = false;
    await list.focus();
    if (this.#added && (await list.find(this.#added))) await list.focus();
  }
}
