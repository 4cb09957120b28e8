import type { Improvement, ImprovementState } from "$lib/contract";
import { Drag, Lift } from "$lib/drag";
import { ORDER, STATES } from "./states";

/** The columns of the board: each state its own, the three ends in one. */
export const COLUMNS: readonly (readonly ImprovementState[])[] = [["proposed"], ["agreed"], ["inProgress"], ["inReview"], ["kept", "adapted", "dropped"]];

/** The register by state, moved by mouse and by keyboard. Where an entry may go, the entry itself says. */
export class ImprovementBoard {
  #entries: () => readonly Improvement[];
  #go: (entry: Improvement, state: ImprovementState) => void;

  constructor(entries: () => readonly Improvement[], go: (entry: Improvement, state: ImprovementState) => void) {
    this.#entries = entries;
    this.#go = go;
  }

  drag = new Drag<Improvement>({
    accepts: (entry, kind, id) => kind === "state" && this.allows(entry, id as ImprovementState),
    onDrop: (entry, zone) => this.#go(entry, zone.id as ImprovementState),
  });

  /** Its lines are only the states that the lifted entry may be in, so the arrows pass over the others. */
  lift: Lift<Improvement> = new Lift<Improvement>({
    lines: () => this.#lanes.map((_, line) => (line === this.lift.from.line ? 1 : 0)),
    say: (entry, to) => `${entry.key}, ${STATES[this.#lanes[to.line] ?? entry.state].label}, ${to.line + 1} of ${this.#lanes.length}`,
    onDrop: (entry, to) => this.#go(entry, lanesOf(entry)[to.line]!), // nothing is lifted any more, so there are no lanes
  });
  #lanes: ImprovementState[] = $derived(this.lift.key ? lanesOf(this.lift.key) : []);

  /** Where the lifted entry would be dropped. */
  target: ImprovementState | null = $derived(this.lift.active ? (this.#lanes[this.lift.to.line] ?? null) : null);

  /** What is being moved, by whichever hand. */
  moving: Improvement | null = $derived(this.drag.active?.data ?? this.lift.key);

  allows(entry: Improvement, state: ImprovementState): boolean {
    return entry.next.some((step) => step.state === state);
  }

  /** Whether a state takes what is being moved now; all do while nothing is. */
  open(state: ImprovementState): boolean {
    return !this.moving || this.moving.state === state || this.allows(this.moving, state);
  }

  /** What stands in a state, the lifted entry where it would be dropped. */
  in(state: ImprovementState): Improvement[] {
    const lifted = this.lift.key;
    return this.#entries().filter((entry) => (entry.id === lifted?.id ? this.target === state : entry.state === state));
  }

  /** Where the lifted entry came from, in the state that it has left; -1 in the others. */
  slot(state: ImprovementState): number {
    const { key } = this.lift;
    if (!key || key.state !== state || this.target === state) return -1;
    return this.#entries().filter((entry) => entry.state === state).findIndex((entry) => entry.id === key.id);
  }

  start(entry: Improvement): void {
    this.lift.key = entry; // the lanes follow from it, and its own place is among them
    this.lift.lift(entry, 0, lanesOf(entry).indexOf(entry.state));
  }

  /** The neighbour of an entry on the board: along its column, or the nearest height of the next column that has any. */
  neighbour(id: string, key: string): Improvement | null {
    const columns = COLUMNS.map((states) => states.flatMap((state) => this.in(state)));
    const column = columns.findIndex((entries) => entries.some((entry) => entry.id === id));
    const row = columns[column]?.findIndex((entry) => entry.id === id) ?? -1;
    if (row < 0) return columns.flat()[0] ?? null;
    if (key === "ArrowUp" || key === "ArrowDown") return columns[column]![row + (key === "ArrowUp" ? -1 : 1)] ?? null;
    const step = key === "ArrowLeft" ? -1 : 1;
    for (let at = column + step; at >= 0 && at < columns.length; at += step) {
      const entries = columns[at]!;
      if (entries.length) return entries[Math.min(row, entries.length - 1)]!;
    }
    return null;
  }
}

function lanesOf(entry: Improvement): ImprovementState[] {
  return ORDER.filter((state) => state === entry.state || entry.next.some((step) => step.state === state));
}
