import type { Impediment, ImpedimentState } from "$lib/contract";
import { Drag, Lift } from "$lib/drag";
import { STATES } from "./severity";

/** The columns of the board, in the order of an impediment's life. */
export const COLUMNS: readonly ImpedimentState[] = ["raised", "acknowledged", "resolved"];

/** Impediments by state, moved by mouse and by keyboard. Where one may go, it says itself. */
export class ImpedimentBoard {
  #rows: () => readonly Impediment[];
  #go: (row: Impediment, state: ImpedimentState) => void;

  constructor(rows: () => readonly Impediment[], go: (row: Impediment, state: ImpedimentState) => void) {
    this.#rows = rows;
    this.#go = go;
  }

  drag = new Drag<Impediment>({
    accepts: (row, kind, id) => kind === "state" && row.next.includes(id as ImpedimentState),
    onDrop: (row, zone) => this.#go(row, zone.id as ImpedimentState),
  });

  /** Its lines are only the states that the lifted one may be in, so the arrows pass over the others. */
  lift: Lift<Impediment> = new Lift<Impediment>({
    lines: () => this.#lanes.map((_, line) => (line === this.lift.from.line ? 1 : 0)),
    say: (row, to) => `${row.key}, ${STATES[this.#lanes[to.line] ?? row.state].label}, ${to.line + 1} of ${this.#lanes.length}`,
    onDrop: (row, to) => this.#go(row, lanesOf(row)[to.line]!), // nothing is lifted any more, so there are no lanes
  });
  #lanes: ImpedimentState[] = $derived(this.lift.key ? lanesOf(this.lift.key) : []);

  /** Where the lifted one would be dropped. */
  target: ImpedimentState | null = $derived(this.lift.active ? (this.#lanes[this.lift.to.line] ?? null) : null);
  /** What is being moved, by whichever hand. */
  moving: Impediment | null = $derived(this.drag.active?.data ?? this.lift.key);

  /** Whether a state takes what is being moved now; all do while nothing is. */
  takes(state: ImpedimentState): boolean {
    return !this.moving || this.moving.state === state || this.moving.next.includes(state);
  }

  /** What stands in a state, the lifted one where it would be dropped. */
  in(state: ImpedimentState): Impediment[] {
    const lifted = this.lift.key;
    return this.#rows().filter((row) => (row.id === lifted?.id ? this.target === state : row.state === state));
  }

  /** Where the lifted one came from, in the state that it has left; -1 in the others. */
  slot(state: ImpedimentState): number {
    const { key } = this.lift;
    if (!key || key.state !== state || this.target === state) return -1;
    return this.#rows().filter((row) => row.state === state).findIndex((row) => row.id === key.id);
  }

  start(row: Impediment): void {
    this.lift.key = row; // the lanes follow from it, and its own place is among them
    this.lift.lift(row, 0, lanesOf(row).indexOf(row.state));
  }

  /** In the order of the screen, column by column. */
  get shown(): Impediment[] {
    return COLUMNS.flatMap((state) => this.in(state));
  }

  /** The neighbour on the board: along its column, or the nearest height of the next column that has any. */
  neighbour(id: string, key: string): Impediment | null {
    const columns = COLUMNS.map((state) => this.in(state));
    const column = columns.findIndex((rows) => rows.some((row) => row.id === id));
    const at = columns[column]?.findIndex((row) => row.id === id) ?? -1;
    if (at < 0) return columns.flat()[0] ?? null;
    if (key === "ArrowUp" || key === "ArrowDown") return columns[column]![at + (key === "ArrowUp" ? -1 : 1)] ?? null;
    const step = key === "ArrowLeft" ? -1 : 1;
    for (let next = column + step; next >= 0 && next < columns.length; next += step) {
      const rows = columns[next]!;
      if (rows.length) return rows[Math.min(at, rows.length - 1)]!;
    }
    return null;
  }
}

function lanesOf(row: Impediment): ImpedimentState[] {
  return COLUMNS.filter((state) => state === row.state || row.next.includes(state));
}
