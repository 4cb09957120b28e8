import type { GuidanceCount, GuidanceNote, GuidanceSubject, Id } from "$lib/contract";
import { pages } from "$lib/data";
import { router } from "$lib/router.svelte";
import { openItemPage } from "../item";

const PAGE = 50;

/** What was done against guidance in a product: whose, against what and in which sprint is shown. */
export class GuidanceRecord {
  person = $state<Id | null>(null);
  rule = $state<string | null>(null);
  sprint = $state<Id | null>(null);
  readonly list;
  notes: GuidanceNote[] = $derived.by(() => this.list.data?.pages.flatMap((page) => page.notes) ?? []);
  rules: GuidanceCount[] = $derived.by(() => this.list.data?.pages[0]?.rules ?? []);
  filtered: boolean = $derived(this.person !== null || this.rule !== null || this.sprint !== null);

  constructor(product: () => Id | null) {
    this.list = pages(
      "guidance.list",
      () => {
        const id = product();
        return id ? { product: id, limit: PAGE, person: this.person ?? undefined, rule: this.rule ?? undefined, sprint: this.sprint ?? undefined } : null;
      },
      (page, first) => (page.more ? { ...first, before: page.notes.at(-1)!.id } : null),
    );
  }

  clear(): void {
    this.person = this.rule = this.sprint = null;
  }

  older(): void {
    if (this.list.hasNextPage && !this.list.isFetching) void this.list.fetchNextPage();
  }
}

/** Goes where one looks at what something was done to. Null where that is gone. */
export function wayTo({ kind, id }: GuidanceSubject): (() => void) | null {
  if (id === null) return null;
  switch (kind) {
    case "item":
      return () => openItemPage(id);
    case "sprint":
      return () => router.go("sprints", id);
    case "impediment":
      return () => router.go("impediments", id);
    case "retro":
      return () => router.go("retrospective", id);
    case "goal":
      return () => router.go("backlog");
  }
}
