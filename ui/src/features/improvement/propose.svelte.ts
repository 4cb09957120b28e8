import type { Direction, Id, Improvement, Kpi, ProductFigure, RpcError } from "$lib/contract";
import { command } from "$lib/data";
import { session } from "$lib/session.svelte";
import { inWords } from "./acts";
import { FIGURES } from "./figures";
import { parseFigure } from "$lib/figure";
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

/** A new entry of the register while it is being written. */
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
  #retro: Id | null;

  /** `retro` is the retrospective that it comes from, if it comes from one. */
  constructor(retro: Id | null) {
    this.#retro = retro;
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
