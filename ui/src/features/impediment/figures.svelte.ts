import type { FigurePeriod, ImpedimentFigures, TroubleFigure } from "$lib/contract";
import { query } from "$lib/data";
import { duration } from "$lib/format";
import { session } from "$lib/session.svelte";
import { store, stored } from "$lib/stored";

export type Clock = "elapsed" | "working";
export type PeriodChoice = { key: string; label: string; period: FigurePeriod };

const DAYS: readonly PeriodChoice[] = [30, 90].map((days) => ({ key: `${days}`, label: `Last ${days} days`, period: { of: "days", days } }));
const ALL: PeriodChoice = { key: "all", label: "All time", period: { of: "all" } };

/** How long what was in the way took: in which period, and by which clock. */
export class Figures {
  sprints = query("sprint.list", () => (session.product ? { product: session.product.id } : null));
  #key = $state(stored("impediments.period") ?? "90");
  clock = $state<Clock>(stored("impediments.clock") === "working" ? "working" : "elapsed");

  /** The sprints that have begun, the newest first; before them the last days, after them all there is. */
  choices: PeriodChoice[] = $derived([
    ...DAYS,
    ...(this.sprints.data?.sprints ?? [])
      .filter((sprint) => sprint.startedAt !== null)
      .map((sprint): PeriodChoice => ({ key: sprint.id, label: sprint.name, period: { of: "sprint", sprint: sprint.id } })),
    ALL,
  ]);
  chosen: PeriodChoice = $derived(this.choices.find((choice) => choice.key === this.#key) ?? DAYS[1]!);
  answer = query("impediment.figures", () => (session.product ? { product: session.product.id, period: this.chosen.period } : null), { keep: true });

  choose(choice: PeriodChoice): void {
    this.#key = choice.key;
    store("impediments.period", choice.key);
  }

  by(clock: Clock): void {
    this.clock = clock;
    store("impediments.clock", clock);
  }
}

/** A figure that does not exist is a dash, not 0. */
export function shown(hours: number | null): string {
  return hours === null ? "–" : duration(hours);
}

/** Mean and median by a clock. */
export function byClock(figure: TroubleFigure, clock: Clock): { mean: string; median: string } {
  const working = clock === "working";
  return { mean: shown(working ? figure.meanWorkingHours : figure.meanHours), median: shown(working ? figure.medianWorkingHours : figure.medianHours) };
}

/** "9 h ÷ 3 = 3 h", by a clock; null where there is nothing to divide. */
export function division(figure: TroubleFigure, clock: Clock): string | null {
  const mean = clock === "working" ? figure.meanWorkingHours : figure.meanHours;
  if (mean === null) return null;
  const total = clock === "working" ? figure.over.reduce((sum, event) => sum + event.workingHours, 0) : figure.totalHours;
  return `${duration(total)} ÷ ${figure.n} = ${duration(mean)}`;
}

export function blockedBy(figures: ImpedimentFigures, clock: Clock): string {
  const { blocked } = figures;
  return duration(clock === "working" ? blocked.workingHours : blocked.hours);
}
