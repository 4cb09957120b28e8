import type { Attendee, Delivered, Feedback, Id, RpcError, Speaker } from "$lib/contract";
import { figure } from "$lib/figure";
import { count, points } from "$lib/format";
import { session } from "$lib/session.svelte";
import type { Begun } from "./room.svelte";

/** Who is there first, then who is only invited; stakeholders before the team, since the Review is for them. */
export function byPresence(attendees: readonly Attendee[], isStakeholder = stakeholder): Attendee[] {
  const rank = (one: Attendee) => (one.present ? 0 : 2) + (isStakeholder(one.person) ? 0 : 1);
  return attendees.toSorted((a, b) => rank(a) - rank(b));
}

/** Whom the Review is for: stakeholders of the product, and guests. */
export function stakeholder(person: Id | null): boolean {
  return person === null || session.rolesOf(person).includes("stakeholder");
}

/** What became of feedback, in a few words: "in Sprint 6, blocked", "in the Product Backlog", "Done", "split into HBR-41 and HBR-42". */
export function became({ item, itemSprint, itemBlocked, itemParts }: Pick<Feedback, "item" | "itemSprint" | "itemBlocked" | "itemParts">): string {
  if (!item) return "";
  if (item.resolution === "done") return "Done";
  if (item.resolution === "split") return `split into ${new Intl.ListFormat("en").format(itemParts.map(({ key }) => key))}`;
  if (item.resolution === "cancelled") return "cancelled";
  return `${itemSprint ? `in ${itemSprint}` : "in the Product Backlog"}${itemBlocked ? ", blocked" : ""}`;
}

/** "3 of 5 items committed, 13 of 21 points" */
export function kept(delivered: Delivered): string {
  const { committedItems, committedDoneItems, committedPoints, committedDonePoints } = delivered;
  if (committedItems === 0) return "Nothing was committed to";
  return `${committedDoneItems} of ${count(committedItems, "item")} committed, ${points(committedDonePoints)} of ${points(committedPoints)} points`;
}

/** How long a note of feedback may be; the app refuses more. */
export const FEEDBACK_MAX = 2_000;

/** What is said of the room that is left, once there is little: "1,940 of 2,000 characters". */
export function roomLeft(text: string, most: number): { words: string; over: boolean } | null {
  const length = [...text.trim()].length;
  if (length <= most * 0.9) return null;
  const said = `${figure(length)} of ${figure(most)} characters`;
  return { words: length > most ? `${said}: too long to keep` : said, over: length > most };
}

/** The running order with one of its points at another place, from 0. */
export function moved<P extends { id: Id }>(points: readonly P[], id: Id, to: number): P[] {
  const one = points.find((point) => point.id === id);
  return one ? points.filter((point) => point !== one).toSpliced(to, 0, one) : [...points];
}

/** Minutes are whole: why others are not taken, or null. */
export function refusedMinutes(minutes: number | null): RpcError | null {
  if (minutes === null || (Number.isInteger(minutes) && minutes >= 0 && minutes < 2 ** 32)) return null;
  const what = minutes < 0 ? "is less than nothing" : Number.isInteger(minutes) ? "is too long" : "is no whole number of minutes";
  return { code: "review_timebox", message: `${figure(minutes)} ${what}.`, hint: "Give it between 1 and 480 whole minutes, or none." };
}

/** "Ada, Bo and Cy"; of many the first eight, and how many more. */
export function inWords(names: readonly string[], most = 8): string {
  const named = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  // "Mia Berg, port of Oslo" is one guest.
  return named.some((name) => name.includes(",")) ? named.join("; ") : new Intl.ListFormat("en-GB").format(named);
}

/** What ending the Review does with what was begun and is not saved. */
export function begunInWords({ verdict, notes, minutes, remarks }: Begun): { saved: string; waits: string } {
  const parts = [...(verdict ? ["what was said of the Sprint Goal"] : []), ...(notes ? ["the notes"] : []), ...(remarks ? [count(remarks, "remark")] : [])];
  return {
    saved: parts.length ? `Begun and not saved yet: ${inWords(parts)}. That is saved with it.` : "",
    waits: minutes ? "The minutes that are being worded by hand are not saved with it; they wait behind Go on writing." : "",
  };
}

const PERSON = "person:";
const GUEST = "guest:";
export const NOBODY = "nobody";

/** Speakers as values of a list to choose from. */
export function valueOf(by: Speaker): string {
  return by.person ? PERSON + by.person : by.guest ? GUEST + by.guest : NOBODY;
}

export function speakerOf(value: string): Speaker {
  if (value.startsWith(PERSON)) return { person: value.slice(PERSON.length) };
  return value.startsWith(GUEST) ? { guest: value.slice(GUEST.length) } : {};
}

/** Who said it, as it was written down. */
export function speakerBehind(feedback: Feedback): Speaker {
  if (feedback.person) return { person: feedback.person };
  return feedback.name ? { guest: feedback.name } : {};
}
