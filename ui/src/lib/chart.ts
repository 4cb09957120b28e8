/** The arithmetic that charts share: straight scales and axes of round numbers. Drawing is each chart's own. */

export type Scale = (value: number) => number;

/** A straight line from one pair to another; where the domain has no width, everything lies at its start. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const factor = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * factor;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Round numbers from 0 to the first that holds `most`, about `lines` of them. */
export function axis(most: number, lines = 4): number[] {
  const top = Math.max(1, most);
  const step = STEPS.find((step) => top / step <= lines) ?? Math.ceil(top / lines);
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, at) => at * step);
}
