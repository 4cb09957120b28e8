import type { CreateTemplate, Id, ItemType, RpcError, Template } from "$lib/contract";
import { command } from "$lib/data";
import { Criteria } from "../product/criteria.svelte";

/** A template while it is being written, new or there already. */
export class TemplateDraft {
  name = $state("");
  type = $state<ItemType>("feature");
  title = $state("");
  description = $state("");
  labels = $state("");
  criteria: Criteria;
  error = $state.raw<RpcError | null>(null);
  sending = $state(false);
  ready: boolean = $derived(this.name.trim() !== "" && !this.sending);
  readonly template: Template | null;

  constructor(template: Template | null) {
    this.template = template;
    this.criteria = new Criteria(template?.acceptance.length ? template.acceptance : [""]);
    if (!template) return;
    const { name, type, title, description, labels } = template;
    Object.assign(this, { name, type, title, description, labels: labels.join(", ") });
  }

  fields(): Omit<CreateTemplate, "product"> {
    const labels = this.labels.split(",").map((label) => label.trim()).filter(Boolean);
    return { name: this.name, type: this.type, title: this.title, description: this.description, acceptance: this.criteria.texts, labels };
  }

  /** Writes it. Answers what stands now, or null with the reason in `error`. */
  async save(product: Id): Promise<Template | null> {
    if (!this.ready) return null;
    this.sending = true;
    const result = this.template
      ? await command("template.edit", { template: this.template.id, ...this.fields() }, { ownErrors: true })
      : await command("template.create", { product, ...this.fields() }, { ownErrors: true });
    this.sending = false;
    this.error = result.ok ? null : result.error;
    return result.ok ? result.value : null;
  }
}

/** "2 criteria, 1 label": what a new item gets beside its type. */
export function contents({ title, description, acceptance, labels }: Template): string {
  const several = (n: number, one: string, many: string) => (n === 0 ? [] : [n === 1 ? `1 ${one}` : `${n} ${many}`]);
  const parts = [...(title ? [`“${title.trim()} …”`] : []), ...(description ? ["a description"] : []), ...several(acceptance.length, "criterion", "criteria"), ...several(labels.length, "label", "labels")];
  return parts.join(", ");
}
