import type { Burndown } from "$lib/contract";
import { axis, scale } from "$lib/chart";
import { count } from "$lib/format";
import { signed, type Unit } from "./words";

export type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number };
export type DayBand = { day: string; x: number; width: number; working: boolean; label: string; now: boolean };
/** Days in a row that are not worked. */
export type Rest = { x: number; width: number; label: string };
/** What changed the scope at one instant: an arrow from where the line was to where it went, or a point. */
export type Mark = { at: string; x: number; from: number; to: number; label: string; labelX: number; labelY: number; anchor: "start" | "end" };
export type Layout = {
  line: string;
  guideline: string;
  /** Under the middle of the guideline's first slope; null where it would not fit. */
  guideLabel: { x: number; y: number } | null;
  now: { x: number; y: number };
  ticks: { value: number; y: number }[];
  days: DayBand[];
  rests: Rest[];
  marks: Mark[];
  /** The planned end, where the chart goes on past it. */
  plannedEnd: number | null;
};

const CHARACTER = 6.2;
const LINE = 14;
const DAY_LABEL = 46;
const GUIDE_LABEL = 58;
/** Between a label and the line below it, halo included. */
const CLEAR = 7;

const time = (instant: string) => new Date(instant).getTime();
const fixed = (value: number) => String(Math.round(value * 10) / 10);

/** Where everything of a burndown stands in a frame of pixels. */
export function layout(burndown: Burndown, unit: Unit, frame: Frame): Layout {
  const value = (step: Burndown["steps"][number]) => (unit === "points" ? step.remaining : step.items);
  const planned = (corner: Burndown["guideline"][number]) => (unit === "points" ? corner.remaining : corner.items);
  const shownUntil = time(burndown.end ?? burndown.asOf);
  const last = Math.max(time(burndown.plannedEnd), shownUntil);
  const ticks = axis(Math.max(...burndown.steps.map(value), ...burndown.guideline.map(planned), 0));
  const floor = frame.height - frame.bottom;
  const x = scale([time(burndown.start), last], [frame.left, frame.width - frame.right]);
  const y = scale([0, ticks.at(-1)!], [floor, frame.top]);
  const remaining = burndown.steps.at(-1);
  const days = bands(burndown, x, shownUntil);
  const [top, foot] = burndown.guideline.map((corner) => ({ x: x(time(corner.at)), y: y(planned(corner)) }));
  const guideLabel = top && foot ? { x: (top.x + foot.x) / 2 - 6, y: (top.y + foot.y) / 2 + 12 } : null;
  return {
    line: burndown.steps.map((step, at) => `${at ? `H${fixed(x(time(step.at)))}V` : `M${fixed(x(time(step.at)))} `}${fixed(y(value(step)))}`).join("") + `H${fixed(x(shownUntil))}`,
    guideline: burndown.guideline.map((corner, at) => `${at ? "L" : "M"}${fixed(x(time(corner.at)))} ${fixed(y(planned(corner)))}`).join(""),
    guideLabel: guideLabel && guideLabel.x > frame.left + GUIDE_LABEL && guideLabel.y < floor - 4 ? guideLabel : null,
    now: { x: x(shownUntil), y: y(remaining ? value(remaining) : 0) },
    ticks: ticks.map((tick) => ({ value: tick, y: y(tick) })),
    days: thinned(days),
    rests: rests(days),
    marks: marks(burndown, unit, x, y, frame),
    plannedEnd: last > time(burndown.plannedEnd) ? x(time(burndown.plannedEnd)) : null,
  };
}

function bands(burndown: Burndown, x: (instant: number) => number, shown: number): DayBand[] {
  return burndown.days.map(({ day, working, start }, at) => {
    const from = Math.max(time(start), time(burndown.start));
    const to = time(burndown.days[at + 1]?.start ?? burndown.plannedEnd);
    const date = new Date(`${day}T00:00:00Z`);
    const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" }).format(date);
    const now = shown >= from && (shown < to || (at === burndown.days.length - 1 && shown <= to));
    return { day, x: x(from), width: Math.max(0, x(to) - x(from)), working, label: `${weekday} ${date.getUTCDate()}`, now };
  });
}

/** Takes away the labels there is no room for: first of days not worked, then of all but every so many. */
function thinned(days: DayBand[]): DayBand[] {
  const whole = days.length ? days.reduce((sum, day) => sum + day.width, 0) / days.length : 0;
  const every = Math.max(1, Math.ceil(DAY_LABEL / Math.max(1, whole)));
  let nth = -1;
  return days.map((day) => {
    if (day.working) nth += 1;
    return day.working && nth % every === 0 && day.width > DAY_LABEL / 3 ? day : { ...day, label: "" };
  });
}

function rests(days: DayBand[]): Rest[] {
  const runs: (Rest & { days: string[] })[] = [];
  days.forEach((day, at) => {
    if (day.working) return;
    const run = runs.at(-1);
    if (run && at > 0 && !days[at - 1]!.working) {
      run.width += day.width;
      run.days.push(day.day);
    } else runs.push({ x: day.x, width: day.width, label: "", days: [day.day] });
  });
  return runs.map(({ days, ...run }) => {
    const weekend = days.every((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
    const label = weekend ? "weekend" : days.length === 1 ? "day off" : "days off";
    return { ...run, label: run.width > label.length * CHARACTER + 8 ? label : "" };
  });
}

function marks(burndown: Burndown, unit: Unit, x: (instant: number) => number, y: (value: number) => number, frame: Frame): Mark[] {
  const taken: { left: number; right: number; y: number }[] = [];
  return [...grouped(burndown.scopeChanges)].map(([at, changes]) => {
    const after = burndown.steps.findLastIndex((step) => time(step.at) <= time(at));
    const moved = burndown.steps[after]?.at === at && after > 0;
    const value = (index: number) => (unit === "points" ? burndown.steps[index]!.remaining : burndown.steps[index]!.items);
    const to = y(value(Math.max(0, after)));
    const from = moved ? y(value(after - 1)) : to;
    const label = markLabel(changes, unit);
    const width = label.length * CHARACTER;
    const left = x(time(at));
    const anchor = left + 10 + width > frame.width - frame.right ? ("end" as const) : ("start" as const);
    const labelX = anchor === "start" ? left + 8 : left - 8;
    const box = { left: anchor === "start" ? labelX : labelX - width, right: anchor === "start" ? labelX + width : labelX };
    let labelY = Math.min(from, to) - CLEAR;
    const collides = () => taken.some((other) => Math.abs(other.y - labelY) < LINE && other.left < box.right && box.left < other.right);
    for (let tries = 0; tries < 3 && collides(); tries++) labelY -= LINE;
    const room = !collides() && labelY > 8;
    if (room) taken.push({ ...box, y: labelY });
    return { at, x: left, from, to, label: room ? label : "", labelX, labelY, anchor };
  });
}

function grouped(changes: Burndown["scopeChanges"]): Map<string, Burndown["scopeChanges"]> {
  const groups = new Map<string, Burndown["scopeChanges"]>();
  for (const change of changes) groups.set(change.at, [...(groups.get(change.at) ?? []), change]);
  return groups;
}

function markLabel(changes: Burndown["scopeChanges"], unit: Unit): string {
  const by = changes.reduce((sum, change) => sum + (unit === "points" ? change.delta : { added: 1, removed: -1, cancelled: -1, reestimated: 0 }[change.kind]), 0);
  const [only, ...more] = changes;
  if (only && !more.length) return by === 0 ? only.key : `${signed(by)} ${only.key}`;
  // Two numbers side by side would read as one.
  if (by !== 0 && unit === "items") return `${signed(by)} ${Math.abs(by) === 1 ? "item" : "items"}`;
  return by === 0 ? count(changes.length, "item") : `${signed(by)}, ${count(changes.length, "item")}`;
}
