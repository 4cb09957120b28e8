import type { Change, Role } from "$lib/contract";
import { day, instant, points } from "$lib/format";
import { ROLE_NAMES } from "$lib/session.svelte";

/** A change as a person reads it: whose, what of it, and from what to what. */
export type Told = { of: string; what: string; before: string | null; after: string | null };

type Kind = "text" | "words" | "points" | "day" | "instant" | "yes" | "name" | "scale" | "days";
/** What a field is called, and how its values are read. Null says nothing to a person, or what another field says too. */
const FIELDS: Record<string, [string, Kind] | null> = {
  title: ["title", "text"], name: ["name", "text"], goal: ["goal", "text"], description: ["description", "text"], notes: ["release notes", "text"], resolution: ["resolution", "text"],
  text: ["text", "text"], reason: ["reason", "text"], outcome: ["outcome", "text"], opportunity: ["opportunity", "text"], justification: ["justification", "text"],
  category: ["category", "words"], size: ["size", "text"], timescale: ["timescale", "text"], priority: ["priority", "text"], version: ["version", "text"],
  item_type: ["type", "words"], state: ["state", "words"], severity: ["severity", "words"], accountability: ["accountabilities", "words"], kpi_direction: ["KPI direction", "words"],
  estimate: ["estimate", "points"], value: ["value", "points"], wip_limit: ["WIP limit", "points"], sprint_length_days: ["sprint length in days", "points"],
  kpi_name: ["KPI", "text"], kpi_unit: ["KPI unit", "text"], kpi_baseline: ["KPI baseline", "points"], kpi_target: ["KPI target", "points"],
  start_day: ["first day", "day"], end_day: ["last day", "day"], released_on: ["release day", "day"], began_at: ["down since", "instant"], restored_at: ["restored", "instant"], started_at: ["start", "instant"], ended_at: ["end", "instant"],
  owner: ["owner", "name"], sprint: ["sprint", "name"], board_column: ["column", "name"], epic: ["epic", "name"], review_sprint: ["review", "name"], definition: ["met", "name"],
  goal_met: ["Sprint Goal met", "yes"], goal_reason: ["reason", "text"], minutes: ["minutes", "text"], presenter: ["presenter", "name"], timebox: ["minutes of time", "points"], present: ["present", "yes"], released_at: null, item_key: null, shown: null, said_at: null, point: null,
  first_day: ["first day", "day"], last_day: ["last day", "day"], note: ["note", "text"], hours: ["hours", "points"],
  retro_column: ["column", "name"], item: ["item", "name"], key: ["key", "text"], time_zone: ["time zone", "text"], none_reason: ["reason for no improvement", "text"], cancel_reason: ["reason", "text"],
  endangers_goal: ["endangers the Sprint Goal", "yes"], removed: ["removed", "yes"], waived: ["waived", "yes"], estimate_scale: ["estimates", "scale"], working_days: ["working days", "days"],
  hue: null, acknowledged_by: null, acknowledged_at: null, resolved_by: null, resolved_at: null, created_at: null, created_by: null, closed_at: null, person: null, at: null,
};

/** Rows that tie two things: the words when the tie comes, and when it goes. */
const TIES: Record<string, [string, string]> = {
  acceptance_criterion: ["acceptance criterion", "acceptance criterion removed:"],
  attachment: ["attachment", "attachment removed:"],
  item_comment: ["comment:", "comment deleted:"],
  item_link: ["linked to", "no longer linked to"],
  item_ready: ["ready:", "no longer ready:"],
  item_label: ["label", "label removed:"],
  item_assignee: ["assigned to", "no longer assigned to"],
  item_criterion: ["answered:", "answer withdrawn:"],
  impediment_item: ["blocks", "no longer blocks"],
  increment_item: ["holds", "no longer holds"],
  task: ["task", "task deleted:"],
  day_off: ["days off from", "works after all from"],
  focus_hours: ["focus hours a day:", "focus hours no longer"],
  daily_impediment: ["raised", "no longer raised"],
  daily_person: ["takes part:", "takes part no longer:"],
  daily_plan: ["plans:", "plans no longer:"],
  review_attendee: ["invited:", "invited no longer:"],
  review_feedback: ["feedback:", "feedback deleted:"],
  review_point: ["shows", "no longer shows"],
  member: ["becomes", "is no longer"],
};
/** What people call a row without a name of its own. */
const NOUNS: Record<string, string> = { board_column: "column", retro_card: "card", done_criterion: "criterion", retrospective: "retrospective of", review: "Sprint Review of", notes_template: "template of release notes", holiday: "holiday", epic: "epic" };
/** Tables whose comings and goings are no news: each stands beside a change that says it. */
const QUIET = new Set(["guidance", "sprint_record", "done_criterion", "retro_column", "daily_turn", "daily_vote"]);
/** Things whose state the label of the action says already: "Start Sprint 14". */
const STATED = new Set(["impediment", "sprint", "increment", "retrospective", "daily"]);
const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The beginning of a long text, in one line. */
function brief(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Tells a change, or null when it says nothing to a person. */
export function tell(change: Change, timeZone: string): Told | null {
  const { table, field, op } = change;
  const plain = (what: string, before: string | null = null, after: string | null = null): Told => ({ of: change.what, what, before, after });
  if (op !== "update") {
    if (QUIET.has(table)) return null;
    const gone = op === "delete";
    const tie = TIES[table];
    if (tie) {
      const tied = table === "member" ? (ROLE_NAMES[change.tied as Role] ?? change.tied) : change.tied;
      return plain(`${tie[gone ? 1 : 0]} ${brief(tied ?? "")}`.trim());
    }
    const noun = NOUNS[table];
    return { ...plain(gone ? "deleted" : "added"), of: [noun && capital(noun), change.what].filter(Boolean).join(" ") };
  }
  if (field === "rank") return plain("moved in the Product Backlog");
  if (field === "state" && STATED.has(table)) return null;
  // Of an item this is how it ended, of an impediment how it was resolved.
  if (field === "resolution" && table === "item") return plain("outcome", readable("words", change.before, timeZone), readable("words", change.after, timeZone));
  const known = field === null ? null : field in FIELDS ? FIELDS[field] : ([words(field), "text"] as [string, Kind]);
  if (!known) return null;
  const [name, kind] = known;
  return plain(name, readable(kind, change.before, timeZone), readable(kind, change.after, timeZone));
}

function readable(kind: Kind, value: string | null, timeZone: string): string | null {
  if (value === null || value === "") return null;
  switch (kind) {
    case "text": case "name": return value;
    case "words": return words(value);
    case "points": return points(Number(value));
    case "day": return day(value, true);
    case "instant": return instant(value, timeZone);
    case "yes": return value === "1" ? "yes" : "no";
    case "scale": return (JSON.parse(value) as number[]).map(points).join(", ");
    case "days": return WEEK.filter((_, at) => (Number(value) >> at) & 1).join(", ");
  }
}

/** "inProgress", "in_progress" → "in progress" */
function words(name: string): string {
  return /\s/.test(name) ? name : name.replace(/_/g, " ").replace(/(\p{Ll})(\p{Lu})/gu, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
