import type { RetroFigures, RetroTimeline, TimelineMark } from "$lib/contract";
import { scale } from "$lib/chart";
import { count, duration, instant, points } from "$lib/format";

export type Placed = { mark: TimelineMark; left: number; width: number; row: number };

/** What each kind is called, and how it is drawn: a span, a filled point, a hollow one, a diamond, or a tick. */
export const KINDS: Record<TimelineMark["kind"], { word: string; shape: "span" | "full" | "hollow" | "diamond" | "tick"; tone?: "danger" | "warn" | "ok" }> = {
  started: { word: "Sprint began", shape: "diamond" },
  added: { word: "Added", shape: "hollow", tone: "warn" },
  removed: { word: "Removed", shape: "hollow", tone: "warn" },
  cancelled: { word: "Cancelled", shape: "hollow", tone: "warn" },
  reestimated: { word: "Estimated anew", shape: "hollow", tone: "warn" },
  done: { word: "Done", shape: "full", tone: "ok" },
  reopened: { word: "Reopened", shape: "hollow", tone: "danger" },
  impediment: { word: "Impediment", shape: "span", tone: "warn" },
  incident: { word: "Down", shape: "span", tone: "danger" },
  blocked: { word: "Blocked", shape: "span" },
  released: { word: "Released", shape: "diamond" },
  daily: { word: "Daily Scrum", shape: "tick" },
  ended: { word: "Sprint ended", shape: "diamond" },
};

const POINT = 1.6;
const ROWS = 5;

/** Where each mark lies, in percent of the width, and in which row: none covers another while there are rows. */
export function layout({ from, to, marks }: Pick<RetroTimeline, "from" | "to" | "marks">): Placed[] {
  if (!from || !to) return [];
  const x = scale([Date.parse(from), Date.parse(to)], [0, 100]);
  const inside = (value: number) => Math.min(100, Math.max(0, value));
  const place = (of: TimelineMark[], first: number): Placed[] => {
    const ends: number[] = [];
    return of.map((mark) => {
      const left = inside(x(Date.parse(mark.at)));
      const width = mark.until ? Math.max(POINT, inside(x(Date.parse(mark.until))) - left) : POINT;
      let row = ends.findIndex((end) => end <= left + 0.01);
      if (row < 0) row = ends.length < ROWS ? ends.length : ends.indexOf(Math.min(...ends));
      ends[row] = left + width + 0.2;
      return { mark, left: Math.min(left, 100 - POINT), width: Math.min(width, 100 - Math.min(left, 100 - POINT)), row: first + row };
    });
  };
  const points = place(marks.filter((mark) => KINDS[mark.kind].shape !== "span"), 0);
  const rows = Math.max(-1, ...points.map((one) => one.row)) + 1;
  const spans = place(marks.filter((mark) => KINDS[mark.kind].shape === "span"), rows);
  const order = new Map(marks.map((mark, at) => [mark, at]));
  return [...points, ...spans].sort((one, other) => order.get(one.mark)! - order.get(other.mark)!);
}

/** "12 Mar 14:05, Done HBR-12, 3 points: Rebook by phone" */
export function told(mark: TimelineMark, zone: string): string {
  const kind = KINDS[mark.kind];
  const lasted = mark.until ? ` for ${duration((Date.parse(mark.until) - Date.parse(mark.at)) / 3_600_000)}${mark.open ? " and on" : ""}` : "";
  const changed = mark.points && mark.kind !== "reestimated" ? `, ${Math.abs(mark.points)} ${Math.abs(mark.points) === 1 ? "point" : "points"}` : mark.points ? ` by ${mark.points > 0 ? "+" : ""}${mark.points}` : "";
  const what = [mark.key, mark.title].filter(Boolean).join(" ");
  const sure = mark.confidence === null ? "" : `, confidence ${mark.confidence.toFixed(1)} of 5`;
  return `${instant(mark.at, zone)}, ${kind.word}${lasted}${what ? `: ${what}` : ""}${changed}${sure}`;
}

/** "8 of 19 committed points, 11 done in all": what was done beyond the commitment is told apart. */
export function doneInWords({ kept, committed, completed }: Pick<RetroFigures, "kept" | "committed" | "completed">): [string, string] {
  return [points(kept), ` of ${points(committed)} committed points${completed === kept ? "" : `, ${points(completed)} done in all`}`];
}

/** "5 items carried on, 1 split": as the record tells it. Empty where everything was done. */
export function carriedInWords({ carried, split }: Pick<RetroFigures, "carried" | "split">): string {
  return [carried && `${count(carried, "item")} carried on`, split && `${split} split`].filter(Boolean).join(", ");
}
