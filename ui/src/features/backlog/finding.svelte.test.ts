import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Epic, Person, SavedView, Sprint } from "$lib/contract";
import { client } from "$lib/data";
import { useHost } from "$lib/host";
import { router } from "$lib/router.svelte";
import { session } from "$lib/session.svelte";
import { chipsOf } from "./chips";
import { choicesOf, found } from "./choices";
import { Finding } from "./finding.svelte";
import { sortEntries, sortInWords } from "./sorts";
import { sumsInWords } from "./sums";

let views: SavedView[];
let finding: Finding;
let leave: () => void = () => undefined;
let stop: () => void;
const SPRINT = { id: "s1", name: "Sprint 6" } as Sprint;
const ANA = { id: "ana", name: "Ana" } as Person;

function enter(address = "#/backlog"): void {
  window.location.hash = address;
  stop = router.start();
  leave = $effect.root(() => void (finding = new Finding("p", () => [SPRINT])));
  flushSync();
}
const address = () => decodeURIComponent(window.location.hash);
const settled = () => vi.waitFor(() => { if (client.isFetching() > 0) throw new Error("still asking"); flushSync(); }, { interval: 5 });
const chips = () => {
  flushSync();
  return finding.chips.map(({ what, values }) => `${what} ${values}`.trim());
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  views = [];
  vi.spyOn(session, "people", "get").mockReturnValue([ANA]);
  vi.spyOn(session, "personOf").mockImplementation((id) => (id === "ana" ? ANA : null));
  const answers: Record<string, (request: never) => unknown> = {
    "epic.list": () => ({ epics: [{ id: "e1", name: "Fares", hue: 1 }] }),
    "label.list": () => ({ labels: [{ label: "sms", items: 2 }] }),
    "view.list": () => ({ views }),
    "view.create": (request: SavedView) => { const made = { ...request, id: `v${views.length + 1}` }; views = [...views, made]; return made; },
    "view.edit": ({ view, ...change }: { view: string }) => { views = views.map((row) => (row.id === view ? { ...row, ...change } : row)); return views.find(({ id }) => id === view); },
    "view.delete": ({ view }: { view: string }) => { views = views.filter(({ id }) => id !== view); return {}; },
  };
  useHost({ rpc: async (name, request) => ({ value: answers[name]?.(request as never), action: null, guidance: [] }) as never, onChanged: () => () => undefined });
});
afterEach(() => {
  leave();
  stop();
  client.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the field for words", () => {
  it("has the address follow once the typing pauses, with one step for Back", async () => {
    enter();
    const steps = window.history.length;
    for (const text of ["r", "ro", "rop"]) finding.type(text);
    expect(address()).toBe("#/backlog");
    vi.advanceTimersByTime(80);
    expect(address()).toBe("#/backlog?text=rop");
    finding.type("rope");
    vi.advanceTimersByTime(80);
    expect([address(), window.history.length - steps]).toEqual(["#/backlog?text=rope", 1]);
    finding.type("");
    expect(address()).toBe("#/backlog");
  });

  it("says what the address says when that was changed elsewhere", () => {
    enter("#/backlog?text=rope&type=fix");
    expect([finding.text, chips()]).toEqual(["rope", ["Type Fix"]]);
    finding.type("sail");
    router.to({ room: "backlog", params: [], query: "type=fix" });
    flushSync();
    vi.advanceTimersByTime(200);
    expect([finding.text, address()]).toEqual(["", "#/backlog?type=fix"]);
  });
});

describe("the filters", () => {
  it("are chips, and all of them are taken away at once", async () => {
    enter("#/backlog/i1?text=x&type=fix&epic=e1&epic=none&label=sms&who=none&who=ana&estimated=no&blocked=yes&in=sprint-s1");
    await settled();
    expect(chips()).toEqual(["In Sprint 6", "Type Fix", "Epic Fares or none", "Label sms", "Assignee Ana or nobody", "Not estimated", "Blocked"]);
    finding.without("epics");
    expect(chips()).not.toContain("Epic Fares or none");
    finding.clear();
    expect([chips(), finding.text, address()]).toEqual([[], "", "#/backlog/i1"]);
  });

  it("speak of what is gone", () => {
    const names = { epic: () => null, person: () => null, sprint: () => null };
    expect(chipsOf({ epics: ["x"], assignees: ["y"], scope: { in: "sprint", sprint: "z" } }, names).map(({ values }) => values)).toEqual(["a sprint that is gone", "one that is gone", "somebody unknown"]);
  });

  it("name the first of many", () => {
    const names = { epic: () => null, person: () => null, sprint: () => null };
    expect(chipsOf({ labels: ["a", "b", "c", "d"] }, names)[0]?.values).toBe("a, b, c or d");
    expect(chipsOf({ labels: ["a", "b", "c", "d", "e"] }, names)[0]?.values).toBe("a, b, c or 2 more");
  });
});

describe("the choices of the menu", () => {
  const offered = { epics: [{ id: "e1", name: "Fares", hue: 1 } as Epic], labels: ["sms"], people: [ANA], sprints: [SPRINT] };
  const turn = (filter: object, label: string) => choicesOf(filter, offered).find((choice) => choice.label === label)!.turned;

  it("turn several of a kind on, and off again", () => {
    const both = turn(turn({}, "Fix"), "Spike");
    expect(both).toEqual({ types: ["fix", "spike"] });
    expect(turn(both, "Fix")).toEqual({ types: ["spike"] });
    expect(turn({ epics: ["e1"] }, "No epic")).toEqual({ epics: ["e1", null] });
    expect(turn({}, "Nobody")).toEqual({ assignees: [null] });
  });

  it("take each other's place where both make no sense", () => {
    expect(turn({ blocked: true }, "Not blocked")).toEqual({ blocked: false });
    expect(turn({ blocked: false }, "Not blocked")).toEqual({ blocked: undefined });
    expect(turn({ scope: { in: "done" } }, "Sprint 6")).toEqual({ scope: { in: "sprint", sprint: "s1" } });
  });

  it("are found by their own name or that of their kind", () => {
    const labels = (typed: string) => found(choicesOf({}, offered), typed).map(({ choice }) => choice.label);
    expect(labels("fare")).toEqual(["Fares"]);
    expect(labels("epic")).toEqual(["Fares", "No epic"]);
    expect(labels("zzz")).toEqual([]);
  });
});

describe("saved views", () => {
  it("are saved, left, updated, renamed and deleted, and the address says which", async () => {
    enter("#/backlog?type=fix");
    await settled();
    expect(await finding.saved.save("Bugs")).toBeNull();
    await client.refetchQueries();
    await settled();
    expect([address(), finding.saved.current?.name, finding.saved.changed]).toEqual(["#/backlog?type=fix&view=v1", "Bugs", false]);
    finding.filter({ types: ["fix"], blocked: true });
    flushSync();
    expect([address(), finding.saved.current?.name, finding.saved.changed]).toEqual(["#/backlog?type=fix&blocked=yes&view=v1", "Bugs", true]);
    await finding.saved.update(views[0]!);
    await finding.saved.rename(views[0]!, "Blocked bugs");
    expect(views).toMatchObject([{ name: "Blocked bugs", filter: { types: ["fix"], blocked: true }, sort: { by: "rank" } }]);
    finding.reset();
    flushSync();
    expect([address(), finding.saved.current]).toEqual(["#/backlog", null]);
    finding.saved.open(views[0]!);
    expect(address()).toBe("#/backlog?type=fix&blocked=yes&view=v1");
    await finding.saved.remove(views[0]!);
    expect([views, address()]).toEqual([[], "#/backlog?type=fix&blocked=yes"]);
  });

  it("are recognised by what they show", async () => {
    views = [{ id: "v1", name: "Bugs", filter: { types: ["fix"] }, sort: { by: "rank" } }];
    enter("#/backlog?type=fix");
    await settled();
    expect(finding.saved.current?.name).toBe("Bugs");
  });
});

it("sorts in words, with the way where it is not the usual one", () => {
  expect([sortInWords({ by: "value" }), sortInWords({ by: "value", descending: false }), sortInWords({ by: "title", descending: true })]).toEqual(["Value", "Value, lowest first", "Title, Z to A"]);
  const chosen: unknown[] = [];
  const labels = sortEntries({ by: "created" }, (sort) => chosen.push(sort)).map((entry) => (typeof entry === "object" && "label" in entry ? entry.label : "–"));
  expect(labels.slice(-3)).toEqual(["–", "Newest first", "Oldest first"]);
  expect(sortEntries({ by: "rank" }, () => undefined)).not.toContain("separator");
});

it.each([
  [{ items: 28, points: 93, unestimated: 5 }, {}, "28 items · 93 points · 5 unestimated"],
  [{ items: 42, points: 120, unestimated: 0 }, { types: ["fix" as const] }, "42 of 3,526 items · 120 points"],
  [{ items: 1, points: 1, unestimated: 0 }, { scope: { in: "done" as const } }, "1 item · 1 point"],
])("says how many are shown: %j %j", (shown, filter, words) => expect(sumsInWords(shown, { items: 3526, points: 1, unestimated: 0 }, filter)).toBe(words));
