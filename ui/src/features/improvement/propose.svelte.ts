import type { Direction, Id, Improvement, Kpi, ProductFigure, RpcError } from "$lib/contract";
import { command } from "$lib/data";
import { session } from "$lib/session.svelte";
import { inWords } from "./acts";
import { FIGURES } from "./figures";
import { parseFigure } from "$lib/figure";
import { store, stored } from "$lib/stored";
import type { Facet } from "./words";

export type ProposalField = "opportunity" | "justification" | "kpiName" | "kpiUnit" | "baseline" | "target";

/** The field that a refusal speaks of. */
const FIELDS: Record<string, ProposalField> = {
  improvement_opportunity: "opportunity",
  improvement_justification: "justification",
  improvement_kpi_name: "kpiName",
  improvement_kpi_unit: "kpiUnit",
  improvement_kpi_direction: "target",
};

type Written = Pick<Proposal, "opportunity" | "justification" | "facets" | "owner" | "reviewSprint" | "figure" | "kpiName" | "kpiUnit" | "baseline" | "target" | "direction">;
const NOTHING: Written = {
  opportunity: "", justification: "", facets: { category: "", size: "", timescale: "", priority: "" }, owner: null, reviewSprint: null,
  figure: null, kpiName: "", kpiUnit: "", baseline: "", target: "", direction: "up",
};

/** A new entry of the register while it is being written. What was begun and not proposed waits until it is. */
export class Proposal {
  opportunity = $state("");
  justification = $state("");
  facets = $state<Record<Facet, string>>({ category: "", size: "", timescale: "", priority: "" });
  owner = $state<Id | null>(null);
  reviewSprint = $state<Id | null>(null);
  /** One of the product's figures; null when it is measured by hand. */
  figure = $state<ProductFigure | null>(null);
  kpiName = $state("");
  kpiUnit = $state("");
  baseline = $state("");
  target = $state("");
  direction = $state<Direction>("up");
  error = $state.raw<RpcError | null>(null);
  unreadable = $state.raw<{ baseline?: string; target?: string }>({});
  busy = $state(false);
  /** It was begun earlier. */
  resumed = $state(false);
  #retro: Id | null;
  #key: string;

  /** `retro` is the retrospective that it comes from, if it comes from one. */
  constructor(retro: Id | null) {
    this.#retro = retro;
    this.#key = `draft.improvement.${retro ?? session.product?.id ?? ""}`;
    const begun = read(stored(this.#key));
    if (begun) Object.assign(this, begun);
    this.resumed = begun !== null;
  }

  /** Keeps what is written, for when it is gone on with. */
  keep(): void {
    const written = this.#written();
    store(this.#key, JSON.stringify(written) === JSON.stringify(NOTHING) ? null : JSON.stringify(written));
  }

  /** From the beginning, on an empty sheet. */
  clear(): void {
    Object.assign(this, structuredClone(NOTHING));
    this.resumed = false;
    this.error = null;
    this.unreadable = {};
    store(this.#key, null);
  }

  #written(): Written {
    const { opportunity, justification, owner, reviewSprint, figure, kpiName, kpiUnit, baseline, target, direction } = this;
    return { opportunity, justification, facets: { ...this.facets }, owner, reviewSprint, figure, kpiName, kpiUnit, baseline, target, direction };
  }

  /** What is wrong with a field. */
  fault(field: ProposalField): string | undefined {
    if ((field === "baseline" || field === "target") && this.unreadable[field]) return this.unreadable[field];
    return this.error && FIELDS[this.error.code] === field ? inWords(this.error) : undefined;
  }

  /** A refusal that belongs to no field. */
  rest = $derived(this.error && !FIELDS[this.error.code] ? this.error : null);

  async send(): Promise<Improvement | null> {
    const product = session.product;
    const kpi = this.#kpi();
    if (!product || this.busy || kpi === "unreadable") return null;
    this.busy = true;
    const result = await command(
      "improvement.propose",
      {
        product: product.id, opportunity: this.opportunity, justification: this.justification, ...this.facets,
        owner: this.owner ?? undefined, reviewSprint: this.reviewSprint ?? undefined, retro: this.#retro ?? undefined, kpi,
      },
      { ownErrors: true },
    );
    this.busy = false;
    this.error = result.ok ? null : result.error;
    if (result.ok) this.clear();
    return result.ok ? result.value : null;
  }

  /** Measures by one of the product's figures, or by hand. */
  measureBy(figure: ProductFigure | null): void {
    this.figure = figure;
    if (figure) this.direction = FIGURES[figure].way;
  }

  /** The KPI, if anything of one was written. */
  #kpi(): Kpi | undefined | "unreadable" {
    const baseline = parseFigure(this.baseline);
    const target = parseFigure(this.target);
    const fault = (value: unknown) => (value === "unreadable" ? "This is not a number. Write it with digits, such as 9.5." : undefined);
    this.unreadable = { baseline: fault(baseline), target: fault(target) };
    if (baseline === "unreadable" || target === "unreadable") return "unreadable";
    if (this.figure) return { figure: this.figure, name: "", unit: "", target: target ?? undefined, direction: this.direction };
    if (!this.kpiName.trim() && !this.kpiUnit.trim() && baseline === null && target === null) return undefined;
    return { name: this.kpiName, unit: this.kpiUnit, baseline: baseline ?? undefined, target: target ?? undefined, direction: this.direction };
  }
}

/** What was begun; null when it is nothing that can be gone on with. */
function read(text: string | null): Written | null {
  if (text === null) return null;
  try {
    const begun = JSON.parse(text) as Record<string, unknown>;
    const same = Object.entries(NOTHING).every(([name, empty]) => typeof begun[name] === typeof empty || (empty === null && typeof begun[name] === "string"));
    return same ? (begun as Written) : null;
  } catch {
    return null;
  }
}
