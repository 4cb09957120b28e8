import type { BacklogForecast, ForecastUnit, Id, Reach, SprintForecast } from "$lib/contract";
import { query } from "$lib/data";
import { store, stored } from "$lib/stored";
import { whyNone } from "./reach";

/** Sprints whose ends are drawn: further ahead says less than it costs to look at. */
const SPRINTS = 3;

/** In what the forecast counts, or that none is drawn. */
export type Shown = ForecastUnit | "off";
export const SHOWN: readonly Shown[] = ["items", "points", "off"];
const CHOSEN = "backlog.forecast";
/** A line: how likely it is that the sprint reaches down to here. */
export type Line = { key: string; above: number; percents: readonly (85 | 50)[]; sprint: string; endDay: string; reach: Reach; told: SprintForecast };
/** Rows that a sprint is likely to reach, or may reach. */
export type Edge = { from: number; to: number; likely: boolean; later: boolean };

/** Where the next sprints are likely to end in the list. */
export class Forecast {
  #query;
  #whole: () => boolean;
  shown = $state<Shown>(SHOWN.find((shown) => shown === stored(CHOSEN)) ?? "items");

  /** `whole`: the list shows the whole backlog in its order, the only one in which a line means anything. */
  constructor(product: () => Id, whole: () => boolean) {
    this.#whole = whole;
    this.#query = query("forecast.backlog", () => (this.shown === "off" ? null : { product: product(), unit: this.shown }), { keep: true });
  }

  get data(): BacklogForecast | undefined {
    return this.shown === "off" ? undefined : this.#query.data;
  }

  /** Why there are no lines although they are wanted. */
  get thin(): string | null {
    return this.data?.basis.thin ?? null;
  }

  /** Why there is no line although the history is long enough: none of the sprints gets to the first row. */
  get short(): string | null {
    return this.data && !this.thin ? whyNone(this.data) : null;
  }

  choose(shown: Shown): void {
    this.shown = shown;
    store(CHOSEN, shown);
  }

  lines: Line[] = $derived.by(() => this.#whole() ? linesOf(this.data?.sprints ?? []) : []);
  edges: Edge[] = $derived.by(() => this.#whole() ? edgesOf(this.data?.sprints ?? []) : []);
}

/** The lines within the list, from its top: those before its first row or behind its last say nothing in it. */
export function linesOf(sprints: readonly SprintForecast[]): Line[] {
  const lines = drawn(sprints).flatMap((told) => {
    const { name, endDay, likely, even } = told;
    const line = (percents: Line["percents"], reach: Reach): Line => ({ key: `${name} ${percents[0]}`, above: reach.rows, percents, sprint: name, endDay, reach, told });
    return likely.rows === even.rows && !even.beyond ? [line([85, 50], likely)] : [line([85], likely), line([50], even)];
  });
  return lines.filter(({ reach }) => reach.rows > 0 && !reach.beyond).toSorted((a, b) => a.above - b.above);
}

/** What each sprint reaches, one below the other. */
export function edgesOf(sprints: readonly SprintForecast[]): Edge[] {
  const edges: Edge[] = [];
  let from = 0;
  for (const { likely, even } of drawn(sprints)) {
    const later = edges.length > 0;
    for (const [reach, isLikely] of [[likely, true], [even, false]] as const) {
      if (reach.rows > from) edges.push({ from, to: reach.rows, likely: isLikely, later });
      from = Math.max(from, reach.rows);
    }
  }
  return edges;
}

/** The next sprints that get to the backlog at all. */
function drawn(sprints: readonly SprintForecast[]): SprintForecast[] {
  return sprints.filter(({ even }) => even.rows > 0).slice(0, SPRINTS);
}
