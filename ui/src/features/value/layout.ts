import { axis, scale as straight, type Scale } from "$lib/chart";
import type { ValueEffort, ValuePoint } from "$lib/contract";

type Box = { width: number; height: number; left: number; right: number; top: number; bottom: number };
export type Spot = { key: string; x: number; y: number; r: number; of: ValuePoint };
export type Plane = {
  spots: Spot[];
  /** Ticks of the effort axis: the product's scale, each step as far from the next as any other. */
  efforts: { value: number; x: number }[];
  values: { value: number; y: number }[];
  /** Where less and more part. */
  middle: { x: number; y: number } | null;
};

/** Estimates as places on the product's scale: its steps lie evenly, what is between two steps lies between them. */
export function alongScale(steps: readonly number[], [start, end]: readonly [number, number]): Scale {
  const sorted = [...new Set(steps)].sort((a, b) => a - b);
  const last = sorted.length - 1;
  if (last < 1) return straight([0, Math.max(1, sorted[0] ?? 1)], [start, end]);
  const place = straight([0, last], [start, end]);
  return (value) => {
    const above = sorted.findIndex((step) => step >= value);
    if (above < 0) return place(last);
    if (above === 0) return place(0);
    const [low, high] = [sorted[above - 1]!, sorted[above]!];
    return place(above - 1 + (value - low) / (high - low));
  };
}

export function layout({ points, middleValue, middleEstimate }: ValueEffort, scale: readonly number[], box: Box): Plane {
  const most = Math.max(...points.map(({ estimate }) => estimate), 1);
  // Steps that nothing reaches would only push the points together.
  const used = scale.filter((step, at) => step <= most || (scale[at - 1] ?? 0) < most);
  const steps = [...used, ...(most > (used.at(-1) ?? 0) ? [most] : [])];
  const x = alongScale(steps, [box.left, box.width - box.right]);
  const ticks = axis(Math.max(...points.map(({ value }) => value), 1), 5);
  const y = straight([0, ticks.at(-1) ?? 1], [box.height - box.bottom, box.top]);
  const middle = typeof middleValue === "number" && typeof middleEstimate === "number" ? { x: x(middleEstimate), y: y(middleValue) } : null;
  return {
    spots: points.map((of) => ({ key: `${of.value}/${of.estimate}`, x: x(of.estimate), y: y(of.value), r: Math.min(18, 4 + 2 * Math.sqrt(of.items)), of })),
    efforts: steps.map((value) => ({ value, x: x(value) })),
    values: ticks.map((value) => ({ value, y: y(value) })),
    middle,
  };
}

/** The nearest spot in a direction: what lies ahead counts, what lies aside counts twice. */
export function towards(spots: readonly Spot[], from: Spot, key: string): Spot | null {
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? [0, 0];
  let best: { spot: Spot; far: number } | null = null;
  for (const spot of spots) {
    const ahead = (spot.x - from.x) * dx! + (spot.y - from.y) * dy!;
    const aside = Math.abs((spot.x - from.x) * dy!) + Math.abs((spot.y - from.y) * dx!);
    const far = ahead + 2 * aside;
    if (spot !== from && ahead > 0.5 && (!best || far < best.far)) best = { spot, far };
  }
  return best?.spot ?? null;
}

/** "Quick win": in which quarter of the plane a point lies. */
export function quarter({ value, estimate }: ValuePoint, { middleValue, middleEstimate }: ValueEffort): string {
  const worth = value >= (middleValue ?? 0);
  const cheap = estimate <= (middleEstimate ?? 0);
  if (worth) return cheap ? "Quick win" : "Big bet";
  return cheap ? "Fill-in" : "Think twice";
}
