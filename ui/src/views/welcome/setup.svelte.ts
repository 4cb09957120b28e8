import type { RpcError } from "$lib/contract";
import { command } from "$lib/data";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { PeopleDraft } from "$features/person/people-draft.svelte";
import { ProductDraft, type ProductField } from "$features/product/product-draft.svelte";
import { createWorkspace } from "$features/workspace";

export const STEPS = ["Workspace", "Product", "Rhythm", "Done", "People"] as const;

/** Where a refusal of the product is mended. */
const STEP_OF: Record<ProductField, number> = { name: 1, key: 1, goal: 1, sprintLength: 2, workingDays: 2, timeZone: 2, criteria: 3 };

/**
 * The first workspace, step by step. The file is made on leaving the first step and the product on leaving the fourth,
 * so that whoever closes the window half-way finds what they had. Make it in a component's setup.
 */
export class Setup {
  step = $state(0);
  busy = $state(false);
  name = $state("");
  /** Null is the default place. */
  path = $state<string | null>(null);
  nameError = $state.raw<RpcError | null>(null);
  placeError = $state.raw<RpcError | null>(null);
  product = new ProductDraft();
  people = new PeopleDraft();
  #made = $state.raw<{ name: string } | null>(null);
  #productId = $state<string | null>(null);

  /** The file is there: its place can no longer be chosen here. */
  made = $derived(this.#made !== null);
  /** What was created stays; only what is still a draft can be gone back to. */
  canGoBack = $derived(this.step > 0 && this.#productId === null);

  /** A workspace without a product is gone on with at its product. */
  constructor() {
    const open = session.workspace;
    if (!open || session.product) return;
    this.#made = { name: open.name };
    this.name = open.name;
    this.step = 1;
  }

  back(): void {
    if (this.canGoBack) this.step--;
  }

  goTo(step: number): void {
    if (this.canGoBack && step < this.step) this.step = step;
  }

  async next(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    session.welcoming = true;
    if (await this.#leave()) {
      if (this.step === STEPS.length - 1) this.finish();
      else this.step++;
    }
    this.busy = false;
  }

  finish(): void {
    if (this.#productId) session.chooseProduct(this.#productId);
    router.replace("backlog");
    session.welcoming = false;
  }

  async #leave(): Promise<boolean> {
    switch (this.step) {
      case 0:
        return this.#made ? this.#rename() : this.#create();
      case 1:
        return this.product.named();
      case 3:
        return this.#createProduct();
      case 4:
        return this.#addPeople();
      default:
        return true;
    }
  }

  async #create(): Promise<boolean> {
    this.nameError = this.placeError = null;
    const { workspace, error } = await createWorkspace(this.name, this.path);
    if (workspace) this.#made = { name: workspace.name };
    // The name goes by the rules of names; everything else that can go wrong is about the place.
    else if (error.code === "workspace_name") this.nameError = error;
    else this.placeError = error;
    return workspace !== null;
  }

  async #rename(): Promise<boolean> {
    this.nameError = null;
    if (this.name.trim() === this.#made?.name) return true;
    const result = await command("workspace.rename", { name: this.name }, { ownErrors: true, quiet: true });
    if (result.ok) this.#made = { name: this.name.trim() };
    else this.nameError = result.error;
    return result.ok;
  }

  async #createProduct(): Promise<boolean> {
    if (this.#productId) return true;
    const product = await this.product.create({ quiet: true });
    const refused = this.product.refusedField;
    if (product) this.#productId = product.id;
    else if (refused) this.step = STEP_OF[refused];
    return product !== null;
  }

  async #addPeople(): Promise<boolean> {
    if (!this.#productId) return true;
    const { done, first } = await this.people.save(this.#productId);
    if (done && first) session.actAs(first);
    return done;
  }
}
