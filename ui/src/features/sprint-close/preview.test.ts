import { expect, it } from "vitest";
import type { PreviewRow } from "$lib/contract";
import { runs } from "./preview";

const at = (position: number) => ({ position }) as PreviewRow;

it("parts rows where some are left out", () => {
  const parted = (...positions: number[]) => runs(positions.map(at)).map((run) => run.map(({ position }) => position));
  expect(parted()).toEqual([]);
  expect(parted(1, 2, 3)).toEqual([[1, 2, 3]]);
  expect(parted(1, 2, 8, 9, 40)).toEqual([[1, 2], [8, 9], [40]]);
});
