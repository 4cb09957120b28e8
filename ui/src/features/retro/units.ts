import type { Id, Retro, RetroCard } from "$lib/contract";

/** What is moved, grouped and voted on as one: a card that stands alone, or a group. */
export type Unit = { id: Id; column: Id; group: Id | null; title: string; cards: RetroCard[]; votes: number | null; improvement: Id | null };
export type UnitColumn = { id: Id; name: string; private: number; cards: number; units: Unit[] };

/** The board by columns. A group stands where its first card would; with the votes counted, most votes come first. */
export function unitColumns(retro: Pick<Retro, "columns" | "groups" | "topics" | "counted">): UnitColumn[] {
  const names = new Map(retro.groups.map((group) => [group.id, group.name]));
  const votes = new Map(retro.topics.map((topic) => [topic.subject, topic.votes]));
  return retro.columns.map((column) => {
    const units = new Map<Id, Unit>();
    for (const card of column.cards) {
      const id = card.group ?? card.id;
      const unit = units.get(id);
      if (unit) {
        unit.cards.push(card);
        unit.improvement ??= card.improvement;
      } else {
        const title = card.group ? (names.get(card.group) ?? "") : card.text;
        units.set(id, { id, column: column.id, group: card.group, title, cards: [card], votes: retro.counted ? (votes.get(id) ?? 0) : null, improvement: card.improvement });
      }
    }
    const sorted = [...units.values()];
    if (retro.counted) sorted.sort((one, other) => (other.votes ?? 0) - (one.votes ?? 0));
    return { id: column.id, name: column.name, private: column.private, cards: column.cards.length, units: sorted };
  });
}
