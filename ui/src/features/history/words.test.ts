import { describe, expect, it } from "vitest";
import type { Change } from "$lib/contract";
import { tell } from "./words";

const change = (more: Partial<Change>): Change => ({ table: "item", row: "r", what: "HBR-12", tied: null, field: null, before: null, after: null, op: "update", ...more });

/** "HBR-12 estimate: 3 → 5", or null where there is nothing to tell. */
function told(more: Partial<Change>): string | null {
  const words = tell(change(more), "Europe/Berlin");
  if (!words) return null;
  const values = words.before !== null || words.after !== null ? `: ${words.before ?? "none"} → ${words.after ?? "none"}` : "";
  return `${words.of} ${words.what}${values}`;
}

describe("changes in words", () => {
  it.each<[Partial<Change>, string | null]>([
    [{ field: "estimate", before: "0.5", after: "5.0" }, "HBR-12 estimate: ½ → 5"],
    [{ field: "estimate", before: null, after: "3.0" }, "HBR-12 estimate: none → 3"],
    [{ field: "rank", before: "a", after: "b" }, "HBR-12 moved in the Product Backlog"],
    [{ field: "resolution", after: "done" }, "HBR-12 outcome: none → done"],
    [{ table: "impediment", field: "resolution", before: "", after: "It moved." }, "HBR-12 resolution: none → It moved."],
    [{ table: "improvement", field: "state", before: "agreed", after: "inProgress" }, "HBR-12 state: agreed → in progress"],
    [{ table: "sprint", field: "end_day", before: "2026-03-20", after: "2026-03-23" }, "HBR-12 last day: 20 March 2026 → 23 March 2026"],
    [{ table: "sprint", field: "started_at", after: "2026-03-09T08:00:00.000Z" }, "HBR-12 start: none → 9 Mar 09:00"],
    [{ table: "impediment", field: "began_at", after: "2026-03-09T08:00:00.000Z" }, "HBR-12 down since: none → 9 Mar 09:00"],
    [{ table: "impediment", field: "restored_at", before: "2026-03-09T08:00:00.000Z" }, "HBR-12 restored: 9 Mar 09:00 → none"],
    [{ table: "impediment", field: "endangers_goal", before: "0", after: "1" }, "HBR-12 endangers the Sprint Goal: no → yes"],
    [{ table: "product", field: "working_days", before: "31", after: "15" }, "HBR-12 working days: Mon, Tue, Wed, Thu, Fri → Mon, Tue, Wed, Thu"],
    [{ table: "product", field: "estimate_scale", before: "[0.5,1.0]", after: "[1.0]" }, "HBR-12 estimates: ½, 1 → 1"],
    [{ table: "epic", field: "hue", before: "1", after: "2" }, null],
    [{ field: "something_new", before: "a", after: "b" }, "HBR-12 something new: a → b"],
  ])("tells %o", (more, expected) => expect(told(more)).toBe(expected));

  it.each<[Partial<Change>, string | null]>([
    [{ op: "insert" }, "HBR-12 added"],
    [{ op: "delete" }, "HBR-12 deleted"],
    [{ table: "epic", what: "Rebooking", op: "insert" }, "Epic Rebooking added"],
    [{ table: "item_label", tied: "myLabel", op: "insert" }, "HBR-12 label myLabel"],
    [{ table: "item_assignee", tied: "Ada Quist", op: "delete" }, "HBR-12 no longer assigned to Ada Quist"],
    [{ table: "impediment_item", what: "IMP-3", tied: "HBR-12", op: "insert" }, "IMP-3 blocks HBR-12"],
    [{ table: "member", what: "Ada Quist", tied: "productOwner", op: "insert" }, "Ada Quist becomes Product Owner"],
    [{ table: "attachment", tied: "plan.pdf", op: "insert" }, "HBR-12 attachment plan.pdf"],
    [{ table: "item_link", tied: "HBR-13", op: "delete" }, "HBR-12 no longer linked to HBR-13"],
    [{ table: "item_comment", tied: `Seen on\nboth piers${"!".repeat(100)}`, op: "insert" }, `HBR-12 comment: Seen on both piers${"!".repeat(61)}…`],
    [{ table: "guidance", op: "insert" }, null],
  ])("tells what comes and goes, %o", (more, expected) => expect(told(more)).toBe(expected));
});
