import type { Id, ItemDetail, LinkedItem, LinkKind } from "$lib/contract";

/** What an item can be to another, in the words of a sentence that begins with the item. */
export const LINK_KINDS: readonly { value: LinkKind; label: string }[] = [
  { value: "blocks", label: "Blocks" },
  { value: "waitsFor", label: "Is blocked by" },
  { value: "relatesTo", label: "Relates to" },
  { value: "duplicates", label: "Duplicates" },
  { value: "duplicatedBy", label: "Is duplicated by" },
];

/** The item at the other end; of one that was deleted, its key is all that is known. */
export type Other = Pick<LinkedItem, "id" | "key"> & Partial<LinkedItem>;
/** `link` is null where there is nothing to unlink. */
export type LinkGroup = { title: string; links: { link: Id | null; other: Other }[] };

/** The links of an item by what they say; and what it was split from and into, which is how it came to be. */
export function linkGroups({ links, lineage, parts }: Pick<ItemDetail, "links" | "parts" | "lineage">): LinkGroup[] {
  const kinds = LINK_KINDS.map(({ value, label }) => ({ title: label, links: links.filter(({ kind }) => kind === value).map(({ id, other }) => ({ link: id, other })) }));
  const family: LinkGroup[] = [
    { title: "Split from", links: lineage ? [{ link: null, other: { id: lineage.item, key: lineage.key } }] : [] },
    { title: "Split into", links: parts.map((other) => ({ link: null, other })) },
  ];
  return [...kinds, ...family].filter((group) => group.links.length > 0);
}
