import { expect, test } from "vitest";
import type { Link, LinkedItem } from "$lib/contract";
import { linkGroups } from "./links";

const other = (key: string): LinkedItem => ({ id: key, key, title: `About ${key}`, type: "feature", estimate: null, resolution: null, sprint: null });
const link = (kind: Link["kind"], key: string): Link => ({ id: `link-${key}`, kind, other: other(key) });

test("links stand by what they say, and where nothing is said nothing stands", () => {
  const groups = linkGroups({ links: [link("waitsFor", "HBR-3"), link("blocks", "HBR-2"), link("waitsFor", "HBR-4")], parts: [], lineage: null });
  expect(groups.map(({ title, links }) => [title, links.map(({ other }) => other.key)])).toEqual([
    ["Blocks", ["HBR-2"]],
    ["Is blocked by", ["HBR-3", "HBR-4"]],
  ]);
  expect(linkGroups({ links: [], parts: [], lineage: null })).toEqual([]);
});

test("what an item was split from and into cannot be unlinked", () => {
  const groups = linkGroups({ links: [], parts: [other("HBR-8")], lineage: { item: "gone", key: "HBR-1" } });
  expect(groups).toEqual([
    { title: "Split from", links: [{ link: null, other: { id: "gone", key: "HBR-1" } }] },
    { title: "Split into", links: [{ link: null, other: other("HBR-8") }] },
  ]);
});
