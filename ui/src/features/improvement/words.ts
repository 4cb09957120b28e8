import type { Improvement, ImprovementItem } from "$lib/contract";

export type Facet = "category" | "size" | "timescale" | "priority";

/** The fields that hold the team's own words. The usual ones are offered until the register has its own. */
export const FACETS: { field: Facet; label: string; usual: readonly string[] }[] = [
  { field: "category", label: "Category", usual: ["Flow", "Quality", "Collaboration", "Tools"] },
  { field: "size", label: "Size", usual: ["Small", "Medium", "Large"] },
  { field: "timescale", label: "Timescale", usual: ["This sprint", "Next sprint", "This quarter"] },
  { field: "priority", label: "Priority", usual: ["High", "Medium", "Low"] },
];

/** Words for a field, those in use first. */
export function wordsFor(facet: (typeof FACETS)[number], entries: readonly Improvement[]): string[] {
  const used = entries.map((entry) => entry[facet.field]).filter(Boolean).sort((a, b) => a.localeCompare(b));
  return [...new Set([...used, ...facet.usual])];
}

/** Where the item of an entry is: "Product Backlog, rank 4", "Sprint 6, In review", "Done in Sprint 6". */
export function standing({ standing, position, sprint, column }: ImprovementItem): string {
  switch (standing) {
    case "backlog": return position === null ? "In the Product Backlog" : `Product Backlog, rank ${position}`;
    case "planned": return `Planned for ${sprint ?? "a sprint"}`;
    case "running": return [sprint, column].filter(Boolean).join(", ");
    case "done": return sprint ? `Done in ${sprint}` : "Done";
    case "cancelled": return "Cancelled";
    case "split": return "Split into others";
  }
}
