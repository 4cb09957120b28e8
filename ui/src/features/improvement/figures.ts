import type { Direction, ProductFigure } from "$lib/contract";

type Shown = { label: string; unit: string; way: Direction; says: string };

/** The product's own figures that the app samples once a closed sprint, and what each one is made of. */
export const FIGURES: Record<ProductFigure, Shown> = {
  velocity: { label: "Velocity", unit: "points", way: "up", says: "Points completed in the sprint, by the estimates at its close." },
  sayDo: { label: "Say/do", unit: "%", way: "up", says: "Committed points that were completed, of all points committed to." },
  cycleTimeMedian: { label: "Cycle time, median", unit: "days", way: "down", says: "Days from the last entry into In Progress to Done, both counted; half of the items that were Done at the close took no longer." },
  cycleTime85: { label: "Cycle time, 85th percentile", unit: "days", way: "down", says: "Days from the last entry into In Progress to Done, both counted; 85 of 100 items that were Done at the close took no longer." },
  blockedTime: { label: "Blocked time", unit: "h", way: "down", says: "Hours by the clock for which impediments blocked its items while they were in the sprint." },
  mttr: { label: "MTTR", unit: "h", way: "down", says: "Downtime of the incidents that were restored while the sprint ran, divided by their number." },
  carryOver: { label: "Carry-over", unit: "%", way: "down", says: "Committed items that were unfinished at the close and went on, of all items committed to." },
  throughput: { label: "Throughput", unit: "items a day", way: "up", says: "Items Done at the close, divided by the working days of the sprint." },
  goalConfidence: { label: "Goal confidence", unit: "of 5", way: "up", says: "The mean of the votes on the Sprint Goal in the Daily Scrums of the sprint." },
};

export const FIGURE_NAMES = Object.keys(FIGURES) as ProductFigure[];
