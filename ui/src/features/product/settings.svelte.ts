import { tick } from "svelte";
import type { Category, Column, Id, Product, Request, RpcError } from "$lib/contract";
import { command, Patch } from "$lib/data";
import { session } from "$lib/session.svelte";
import { Criteria } from "./criteria.svelte";
import { ReadyCriteria } from "./ready.svelte";

type Edit = Omit<Request<"product.edit">, "product">;

/** What was begun on a Definition of Done and not saved, so that leaving the room does not lose it. */
const begun: Record<Id, Criteria> = {};
/** The same of the Definition of Ready, by product. */
const begunReady: Record<Id, ReadyCriteria> = {};

/** The settings of one product. Each change is an action of its own; what is refused is answered, not thrown. */
export class ProductSettings {
  #product: () => Product;

  constructor(product: () => Product) {
    this.#product = product;
  }

  get product(): Product {
    return this.#product();
  }

  async edit(edit: Edit): Promise<RpcError | null> {
    const product = this.product.id;
    // Ahead of the answer, so that of two quick changes the second begins from the first.
    const optimistic = (patch: Patch) => change(patch, product, (before) => ({ ...before, ...edit }));
    return refusal(await command("product.edit", { product, ...edit }, { ownErrors: true, optimistic }));
  }

  /** "0, ½, 1, 2" as numbers, or what is not one. */
  async editScale(text: string): Promise<RpcError | null> {
    const values = parseScale(text);
    return typeof values === "string"
      ? { code: "scale_words", message: `“${values}” is not a number.`, hint: "List numbers, smallest first, with commas between: 0.5, 1, 2, 3." }
      : this.edit({ estimateScale: values });
  }

  async addHoliday(day: string, name: string): Promise<RpcError | null> {
    return refusal(await command("holiday.add", { product: this.product.id, day, name }, { ownErrors: true }));
  }

  async removeHoliday(day: string): Promise<void> {
    await command("holiday.remove", { product: this.product.id, day });
  }

  async addColumn(name: string, category: Category): Promise<RpcError | null> {
    return refusal(await command("column.add", { product: this.product.id, name, category }, { ownErrors: true }));
  }

  async renameColumn(column: Column, name: string): Promise<RpcError | null> {
    return refusal(await command("column.edit", { column: column.id, name }, { ownErrors: true }));
  }

  /** Emptied, the column has no limit. */
  async limitColumn(column: Column, text: string): Promise<RpcError | null> {
    const limit = text === "" ? null : Number(text);
    if (limit !== null && !Number.isInteger(limit)) return { code: "limit_words", message: `“${text}” is not a whole number.`, hint: "Leave it empty for no limit." };
    return refusal(await command("column.edit", { column: column.id, wipLimit: limit }, { ownErrors: true }));
  }

  async moveColumn(id: Id, to: number): Promise<void> {
    const product = this.product.id;
    await command("column.move", { column: id, to }, { optimistic: (patch) => change(patch, product, (before) => moved(before, id, to)) });
  }

  async deleteColumn(column: Column): Promise<RpcError | null> {
    return refusal(await command("column.delete", { column: column.id }, { ownErrors: true }));
  }

  /** The Definition of Done as it is being revised: from what stands, or as it was left. */
  criteria(): Criteria {
    const { id, criteria } = this.product.definitionOfDone;
    return (begun[id] ??= new Criteria(criteria.map((criterion) => criterion.text)));
  }

  async revise(criteria: Criteria): Promise<boolean> {
    const { id } = this.product.definitionOfDone;
    const result = await command("product.reviseDefinitionOfDone", { product: this.product.id, criteria: criteria.texts }, { ownErrors: true });
    criteria.error = refusal(result);
    if (result.ok) delete begun[id];
    return result.ok;
  }

  /** The Definition of Ready as it is being written: from what stands, or as it was left. */
  ready(): ReadyCriteria {
    return (begunReady[this.product.id] ??= new ReadyCriteria(this.product.definitionOfReady.criteria));
  }

  async setReady(ready: ReadyCriteria): Promise<boolean> {
    const result = await command("product.setDefinitionOfReady", { product: this.product.id, criteria: ready.wanted }, { ownErrors: true });
    ready.error = refusal(result);
    if (result.ok) ready.from(result.value.definitionOfReady.criteria);
    return result.ok;
  }

  /** Whether only ready items are taken into a sprint. What is being written stays as it is. */
  async blockUnready(blocks: boolean): Promise<void> {
    const { id, definitionOfReady } = this.product;
    await command("product.setDefinitionOfReady", { product: id, criteria: definitionOfReady.criteria.map(({ id, text }) => ({ id, text })), blocks }, {
      optimistic: (patch) => change(patch, id, (before) => ({ ...before, definitionOfReady: { ...before.definitionOfReady, blocks } })),
    });
  }
}

/** Numbers, or the first word that is none. */
export function parseScale(text: string): number[] | string {
  const words = text.replaceAll("½", "0.5").split(/[\s,;]+/).filter(Boolean);
  return words.find((word) => !Number.isFinite(Number(word))) ?? words.map(Number);
}

/** The focus once the list has been drawn anew. */
export async function focusOn(id: string): Promise<void> {
  await tick();
  document.getElementById(id)?.focus();
}

function refusal(result: { ok: true } | { ok: false; error: RpcError }): RpcError | null {
  return result.ok ? null : result.error;
}

function change(patch: Patch, product: Id, to: (before: Product) => Product): void {
  patch.update("workspace.current", (current) => {
    if (!current.open) return current;
    return { ...current, open: { ...current.open, products: current.open.products.map((one) => (one.id === product ? to(one) : one)) } };
  });
}

function moved(product: Product, id: Id, to: number): Product {
  const columns = product.columns.filter((column) => column.id !== id);
  columns.splice(to, 0, ...product.columns.filter((column) => column.id === id));
  return { ...product, columns };
}

/** The product in view, for settings; the room is only shown while there is one. */
export function productInView(): Product {
  const product = session.product;
  if (!product) throw new Error("BUG: settings without a product");
  return product;
}
