import type { BacklogForecast } from "$lib/contract";
import { count } from "$lib/format";

/**
 * Why a forecast reaches no row of the Product Backlog, within the first `many` of its sprints; null where it reaches some.
 */
export function whyNone({ basis, sprints }: BacklogForecast, many = sprints.length): string | null {
  if (basis.thin) return basis.thin;
  const last = sprints.slice(0, many).at(-1);
  const first = sprints.find(({ even }) => even.rows > 0);
  if (!last || last.even.rows > 0) return null;
  if (last.even.beyond) return "There is nothing in the Product Backlog.";
  const then = first ? ` ${first.name} is the first that may get to it.` : "";
  if (basis.aheadItems === 0) return `Nothing of the Product Backlog is likely to be Done by the end of ${last.name}.${then}`;
  const [come, take] = basis.aheadItems === 1 ? ["comes", "takes"] : ["come", "take"];
  return `${count(basis.aheadItems, "item")} open in sprints ${come} before the Product Backlog, and ${take} all that is likely to be Done by the end of ${last.name}.${then}`;
}
