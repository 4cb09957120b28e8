import type { Product, Request, RpcError } from "$lib/contract";
import { command, query } from "$lib/data";
import { Criteria } from "./criteria.svelte";
import { machineZone } from "./zones";

export type ProductField = "name" | "key" | "goal" | "sprintLength" | "timeZone" | "workingDays" | "criteria";

/** The field that a refusal speaks of, by its code alone. */
const FIELDS: Record<string, ProductField> = {
  product_name: "name",
  product_key: "key",
  product_key_taken: "key",
  product_goal: "goal",
  product_sprint_length: "sprintLength",
  product_time_zone: "timeZone",
  product_no_working_days: "workingDays",
  weekday_unknown: "workingDays",
  done_criterion: "criteria",
  done_criteria_count: "criteria",
  done_criterion_twice: "criteria",
};

export function fieldOf(error: RpcError): ProductField | null {
  return FIELDS[error.code] ?? null;
}

/** A product while it is being described. `like` is one whose rhythm it takes over. Make it in a component's setup. */
export class ProductDraft {
  name = $state("");
  goal = $state("");
  timeZone = $state(machineZone());
  criteria = new Criteria();
  saving = $state(false);
  /** Of no field in particular. */
  error = $state.raw<RpcError | null>(null);
  errors = $state.raw<Partial<Record<ProductField, RpcError>>>({});
  #typedKey = $state<string | null>(null);
  #sprintLength = $state<number | null>(null);
  #workingDays = $state.raw<string[] | null>(null);
  #begun = false;
  #defaults = query("product.defaults", () => ({}));
  #look = query("product.suggestKey", () => ({ name: this.name, ...(this.#typedKey ? { key: this.#typedKey } : {}) }), { keep: true });

  /** Suggested by the name until somebody types another. */
  key: string = $derived(this.#typedKey ?? (this.name.trim() ? (this.#look.data?.key ?? "") : ""));
  /** Said as it is typed, not only when it is sent. */
  keyError: RpcError | undefined = $derived(this.errors.key ?? (this.#typedKey && !this.#look.isPlaceholderData ? (this.#look.data?.refusal ?? undefined) : undefined));
  sprintLength: number | null = $derived(this.#sprintLength ?? this.#defaults.data?.sprintLengthDays ?? null);
  workingDays: readonly string[] = $derived(this.#workingDays ?? this.#defaults.data?.workingDays ?? []);

  constructor(like?: Product | null) {
    if (like) {
      this.timeZone = like.timeZone;
      this.#sprintLength = like.sprintLengthDays;
      this.#workingDays = [...like.workingDays];
    }
    $effect(() => {
      if (this.#begun || !this.#defaults.data) return;
      this.#begun = true;
      this.criteria.start(this.#defaults.data.definitionOfDone);
    });
  }

  typeKey(text: string): void {
    // Emptied, it is suggested again.
    this.#typedKey = text.trim() === "" ? null : text.toUpperCase();
    this.#clear("key");
  }

  setSprintLength(days: number): void {
    this.#sprintLength = days;
    this.#clear("sprintLength");
  }

  setWorkingDays(days: string[]): void {
    this.#workingDays = days;
    this.#clear("workingDays");
  }

  /** Whether name and key can stand; asks the contract about the key, and says what is missing beside the field. */
  named(): boolean {
    if (this.name.trim() === "") {
      this.errors = { ...this.errors, name: { code: "product_name", message: "A product needs a name.", hint: "It stands at the head of every screen." } };
    }
    return !this.errors.name && !this.keyError && this.key !== "";
  }

  clearName(): void {
    this.#clear("name");
  }

  /** Creates it. Null when it was refused; the refusal then stands beside its field. */
  async create({ quiet }: { quiet: boolean }): Promise<Product | null> {
    if (this.saving) return null;
    this.saving = true;
    this.errors = {};
    this.error = null;
    const request: Request<"product.create"> = {
      name: this.name,
      key: this.key,
      goal: this.goal,
      timeZone: this.timeZone,
      workingDays: [...this.workingDays],
      definitionOfDone: this.criteria.texts,
      ...(this.sprintLength === null ? {} : { sprintLengthDays: this.sprintLength }),
    };
    const result = await command("product.create", request, { ownErrors: true, quiet });
    this.saving = false;
    if (result.ok) return result.value;
    const field = fieldOf(result.error);
    if (field === "criteria") this.criteria.error = result.error;
    else if (field) this.errors = { [field]: result.error };
    else this.error = result.error;
    return null;
  }

  /** The step of a longer form that the refusal stands on. */
  get refusedField(): ProductField | null {
    if (this.criteria.error) return "criteria";
    return (Object.keys(this.errors) as ProductField[]).find((field) => this.errors[field]) ?? null;
  }

  #clear(field: ProductField): void {
    if (!this.errors[field]) return;
    this.errors = { ...this.errors, [field]: undefined };
  }
}
