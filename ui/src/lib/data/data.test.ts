import { QueryObserver } from "@tanstack/svelte-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, Changed, Name } from "../contract";
import { useHost } from "../host";
import { session } from "../session.svelte";
import { toasts } from "../toasts.svelte";
import { asking, client, command, followChanges, undo } from ".";
import { concerns } from "./topics";

const answers = new Map<Name, () => Answer<unknown>>();
const asked: { name: Name; request: unknown; actingAs: string | null }[] = [];
let changed: (change: Changed) => void = () => undefined;
let stop: () => void;
const watched: (() => void)[] = [];
const times = (name: Name) => asked.filter((call) => call.name === name).length;
const answer = <T>(value: T, action: Answer<T>["action"] = null, guidance: Answer<T>["guidance"] = []): Answer<T> => ({ value, action, guidance });

function watch(...[name, request]: Parameters<typeof asking>) {
  watched.push(new QueryObserver(client, asking(name, request)).subscribe(() => undefined));
}

beforeEach(() => {
  useHost({
    rpc: async (name, request, actingAs) => {
      asked.push({ name, request, actingAs });
      const reply = answers.get(name);
      if (!reply) throw { code: "unknown_command", message: `There is no ${name}`, hint: "" };
      return reply() as never;
    },
    onChanged(callback) {
      changed = callback;
      return () => undefined;
    },
  });
  stop = followChanges();
});

afterEach(() => {
  stop();
  watched.splice(0).forEach((unwatch) => unwatch());
  client.clear();
  answers.clear();
  asked.length = 0;
  toasts.list = [];
});

describe("which queries a change concerns", () => {
  it.each([
    ["epic.list", ["epic"], true],
    ["epic.list", ["item"], false],
    ["impediment.list", ["impediment_item"], true],
    ["backlog.window", ["anything"], true],
    ["epic.list", [], true],
    ["epic.list", ["time"], true],
  ])("%s after %j: %s", (query, topics, expected) => expect(concerns(query, topics)).toBe(expected));
});

describe("after a change", () => {
  it("asks again for what is on screen and concerned, and nothing else", async () => {
    answers.set("epic.list", () => answer({ epics: [] }));
    answers.set("sprint.list", () => answer({ sprints: [] }));
    watch("epic.list", { product: "p" });
    watch("sprint.list", { product: "p" });
    await vi.waitFor(() => expect(times("sprint.list")).toBe(1));
    changed({ topics: ["sprint"] });
    await vi.waitFor(() => expect(times("sprint.list")).toBe(2));
    expect(times("epic.list")).toBe(1);
  });
});

describe("a command", () => {
  it("is signed, and offers to undo just itself", async () => {
    answers.set("item.delete", () => answer({ deleted: 1 }, { id: "act", label: "Delete HBR-1" }));
    answers.set("history.undo", () => answer({ label: "Delete HBR-1" }, { id: "act2", label: "Undo" }));
    answers.set("workspace.current", () => answer({ now: "2026-03-09T23:30:00.000Z", open: { id: "w", people: [{ id: "p1", removed: false }], products: [{ id: "pr", timeZone: "Europe/Berlin", members: [] }] } }));
    const end = session.start();
    await vi.waitFor(() => expect(session.actingAs).toBe("p1"));
    const result = await command("item.delete", { items: ["i"] });
    expect(session.today).toBe("2026-03-10");
    expect(result).toMatchObject({ ok: true, value: { deleted: 1 } });
    expect(asked.at(-1)?.actingAs).toBe("p1");
    expect(toasts.list).toMatchObject([{ tone: "done", message: "Delete HBR-1" }]);
    toasts.list[0]!.action!.run();
    await vi.waitFor(() => expect(asked.at(-1)).toMatchObject({ name: "history.undo", request: { action: "act" } }));
    end();
  });

  it("shows guidance as a warning and a refusal as an error", async () => {
    answers.set("item.move", () => answer({ positions: [] }, { id: "a", label: "Move" }, [{ rule: "ordering", message: "Ordering is the Product Owner's." }]));
    await command("item.move", { items: ["i"], place: { to: "top" } });
    const refused = await command("sprint.start", { sprint: "s" });
    expect(refused).toMatchObject({ ok: false, error: { code: "unknown_command" } });
    expect(toasts.list.map((toast) => toast.tone)).toEqual(["done", "warn", "error"]);
  });

  it("says guidance once that was told before it was confirmed", async () => {
    answers.set("sprint.close", () => answer({}, { id: "a", label: "Close Sprint 1" }, [{ rule: "changeSprintBacklog", message: "The Sprint Backlog is the Developers'." }, { rule: "ordering", message: "Another." }]));
    await command("sprint.close", { sprint: "s", decisions: [] }, { told: "The Sprint Backlog is the Developers'." });
    expect(toasts.list.filter(({ tone }) => tone === "warn").map(({ message }) => message)).toEqual(["Another."]);
  });

  it("puts back what was patched when it is refused", async () => {
    answers.set("epic.list", () => answer({ epics: [{ id: "e", name: "Fares", hue: 1 }] }));
    await client.fetchQuery(asking("epic.list", { product: "p" }));
    const names = () => client.getQueryData<{ epics: { name: string }[] }>(["epic.list", { product: "p" }])?.epics.map((epic) => epic.name);
    const running = command("epic.create", { product: "p", name: "New" }, {
      optimistic: (patch) => patch.update("epic.list", ({ epics }) => ({ epics: [...epics, { id: "n", name: "New", hue: 2 }] })),
    });
    expect(names()).toEqual(["Fares", "New"]);
    expect((await running).ok).toBe(false);
    expect(names()).toEqual(["Fares"]);
  });

  it("undoes the latest when none is named", async () => {
    answers.set("history.undo", () => answer({ label: "Move HBR-1" }, { id: "u", label: "Undo" }));
    await undo();
    expect(asked.at(-1)?.request).toEqual({});
    expect(toasts.list).toMatchObject([{ message: "Undone: Move HBR-1", action: { label: "Redo" } }]);
  });
});
