import type { TrendPoint } from "$lib/contract";

export type Dot = { x: number; y: number; day: string; average: number };

/** Lines of a trend in a box: one for each run of days without a gap. A day without a vote is a gap. */
export function trendLines(points: readonly TrendPoint[], width: number, height: number, pad = 4): Dot[][] {
  const step = points.length > 1 ? (width - 2 * pad) / (points.length - 1) : 0;
  const runs: Dot[][] = [];
  let open = false;
  points.forEach(({ day, average }, at) => {
    if (average === null) return void (open = false);
    const dot = { x: pad + at * step, y: pad + ((5 - average) / 4) * (height - 2 * pad), day, average };
    if (open) runs.at(-1)?.push(dot);
    else runs.push([dot]);
    open = true;
  });
  return runs;
}
