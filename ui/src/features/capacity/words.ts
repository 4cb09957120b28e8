import type { DaysOff, Day, PersonCapacity, SprintCapacity } from "$lib/contract";
import { figure } from "$lib/figure";
import { count, dayRange, shortDay } from "$lib/format";

/** From this share of the capacity on it is said, before it is passed. */
export const NEAR = 0.9;

/** How the hours of tasks stand to what can be done. */
export type Standing = "none" | "inside" | "near" | "over";

export function standing({ remaining, hours }: { remaining: number; hours: number }): Standing {
  if (remaining > hours) return "over";
  if (remaining === 0) return "none";
  return remaining >= NEAR * hours ? "near" : "inside";
}

/** "52 h" */
export function hours(value: number): string {
  return `${figure(value)} h`;
}

/** "52 of 60 h" */
export function against({ remaining, hours }: { remaining: number; hours: number }): string {
  return `${figure(remaining)} of ${figure(hours)} h`;
}

/** "Fri 20 Mar", "12 – 17 March" */
export function span({ firstDay, lastDay }: Pick<DaysOff, "firstDay" | "lastDay">): string {
  return firstDay === lastDay ? shortDay(firstDay) : dayRange(firstDay, lastDay);
}

/** What makes a person's capacity differ from the usual: "off Fri 20 Mar", "3 days off", "2.4 h a day". */
export function aside(person: PersonCapacity): string {
  const [only] = person.daysOff;
  const off = person.daysOffCount === 1 && person.daysOff.length === 1 && only && only.firstDay === only.lastDay ? `off ${span(only)}` : `${count(person.daysOffCount, "day")} off`;
  return [person.daysOffCount > 0 && off, !person.focus.usual && `${hours(person.focus.hours)} a day`].filter(Boolean).join(", ");
}

/** What is to know before the capacity is passed, and once it is; empty while there is nothing to warn of. */
export function warnings(capacity: SprintCapacity, nameOf: (person: string) => string): string[] {
  const words: string[] = [];
  const team = standing(capacity);
  const by = (one: { remaining: number; hours: number }) => figure(Math.round((one.remaining - one.hours) * 100) / 100);
  if (team === "over") words.push(`The tasks take ${by(capacity)} h more than the team has.`);
  else if (team === "near") words.push(`${hours(Math.round((capacity.hours - capacity.remaining) * 100) / 100)} of the team's capacity ${capacity.hours - capacity.remaining === 1 ? "is" : "are"} left.`);
  for (const person of capacity.people) {
    if (standing(person) === "over") words.push(`${nameOf(person.person)} is ${by(person)} h over.`);
    else if (standing(person) === "near") words.push(`${nameOf(person.person)} is nearly full.`);
  }
  return words;
}

/** Days off that are not over: "off 12 – 17 March", "off Fri 20 Mar and 2 more". */
export function ahead(daysOff: readonly DaysOff[], today: Day): string {
  const [next, ...more] = daysOff.filter(({ lastDay }) => lastDay >= today);
  if (!next) return "";
  return `off ${span(next)}${more.length ? ` and ${more.length} more` : ""}`;
}
