import type { Id } from "$lib/contract";

/** An item as far as a selection must know it, whether its row is loaded or not. */
export type Picked = { id: Id; estimate: number | null };

/** Which items are selected, and where a stretch of them began. */
export class Selection {
  #estimates = $state.raw<ReadonlyMap<Id, number | null>>(new Map());
  /** What was selected when the stretch began: extending it further or less far never touches that. */
  #kept: ReadonlyMap<Id, number | null> = new Map();
  /** The row a stretch is counted from. */
  anchor: number | null = null;

  size = $derived(this.#estimates.size);
  points = $derived([...this.#estimates.values()].reduce((sum: number, estimate) => sum + (estimate ?? 0), 0));

  has(id: Id): boolean {
    return this.#estimates.has(id);
  }

  /** In the order they were selected; a command that moves them keeps the order of the backlog. */
  get ids(): Id[] {
    return [...this.#estimates.keys()];
  }

  toggle({ id, estimate }: Picked, index: number): void {
    const next = new Map(this.#estimates);
    if (!next.delete(id)) next.set(id, estimate);
    this.#estimates = next;
    this.begin(index);
  }

  /** A stretch begins here. */
  begin(index: number): void {
    this.anchor = index;
    this.#kept = this.#estimates;
  }

  /** The stretch is exactly these rows. */
  stretch(rows: readonly Picked[]): void {
    this.#estimates = new Map([...this.#kept, ...rows.map(entry)]);
  }

  set(rows: readonly Picked[]): void {
    this.#estimates = new Map(rows.map(entry));
    this.anchor = null;
  }

  clear(): void {
    this.set([]);
  }

  remove(ids: Iterable<Id>): void {
    const next = new Map(this.#estimates);
    for (const id of ids) next.delete(id);
    if (next.size !== this.#estimates.size) this.#estimates = next;
    this.anchor = null;
  }

  /** What is no longer in the backlog cannot be selected; estimates follow what is known now. */
  follow(rows: Iterable<Picked>, complete: boolean): void {
    const next = complete ? new Map<Id, number | null>() : new Map(this.#estimates);
    for (const { id, estimate } of rows) if (this.#estimates.has(id)) next.set(id, estimate);
    this.#estimates = next;
  }
}

function entry({ id, estimate }: Picked): [Id, number | null] {
  return [id, estimate];
}
