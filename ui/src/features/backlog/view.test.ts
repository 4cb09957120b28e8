import { describe, expect, it } from "vitest";
import type { BacklogFilter, BacklogSort } from "$lib/contract";
import { asked, fromQuery, isPlain, sameView, tidy, toQuery, whyNotLifted, type ListView } from "./view";

const view = (filter: BacklogFilter, sort: BacklogSort = { by: "rank" }): ListView => ({ filter, sort });

describe("the address of a view", () => {
  it.each<[ListView, string]>([
    [view({}), ""],
    [view({ text: "rope & sail" }), "text=rope+%26+sail"],
    [view({ types: ["fix", "spike"] }), "type=fix&type=spike"],
    [view({ epics: ["e2", null] }), "epic=e2&epic=none"],
    [view({ labels: ["none", "a,b", "ö?#/"] }), "label=a%2Cb&label=none&label=%C3%B6%3F%23%2F"],
    [view({ assignees: [null] }), "who=none"],
    [view({ estimated: false, ready: true, blocked: true, waiting: false }), "estimated=no&ready=yes&blocked=yes&waiting=no"],
    [view({ scope: { in: "sprint", sprint: "s1" } }), "in=sprint-s1"],
    [view({ scope: { in: "done" } }, { by: "title", descending: true }), "in=done&sort=title&from=highest"],
    [view({}, { by: "value", descending: true }), "sort=value"],
    [view({}, { by: "value", descending: false }), "sort=value&from=lowest"],
  ])("%j is %s, and back", (from, query) => {
    expect(toQuery(from)).toBe(query);
    expect(sameView(fromQuery(query), from)).toBe(true);
    expect(toQuery(fromQuery(query))).toBe(query);
  });

  it.each(["type=banana", "ready=perhaps", "in=the+moon", "sort=luck", "from=sideways", "text=+++", "%%%", "unheard=of"])("leaves out what it does not know: %s", (query) => {
    expect(isPlain(fromQuery(query))).toBe(true);
  });
});

describe("a view", () => {
  it("is the same whatever the order its values were chosen in", () => {
    expect(sameView(view({ types: ["fix", "spike"] }), view({ types: ["spike", "fix", "fix"], labels: [] }))).toBe(true);
    expect(sameView(view({ types: ["fix"] }), view({ types: ["spike"] }))).toBe(false);
  });

  it("asks for nothing in particular while it leaves nothing out", () => {
    expect(asked(tidy(view({ text: " ", types: [], scope: { in: "backlog" } })))).toEqual({});
    expect(asked(tidy(view({ blocked: false }, { by: "value" })))).toEqual({ filter: { blocked: false }, sort: { by: "value" } });
  });

  it("can be put in order by hand only in the order of the backlog, and only what is in it", () => {
    expect(whyNotLifted(view({ types: ["fix"] }))).toBeNull();
    expect(whyNotLifted(view({}, { by: "value" }))).toMatch(/Sort by that order/);
    expect(whyNotLifted(view({}, { by: "rank", descending: true }))).toMatch(/Sort by that order/);
    expect(whyNotLifted(view({ scope: { in: "open" } }))).toMatch(/Show the Product Backlog/);
  });
});
