import { describe, expect, it } from "vitest";
import { announcer } from "../announce";
import { Lift, type Spot } from "./lift.svelte";

/** A lift over lines of these lengths, with a record of what was dropped. */
function lifting(...lines: number[]) {
  const drops: { key: string; to: Spot; from: Spot }[] = [];
  const lift = new Lift<string>({
    lines: () => lines,
    say: (key, to, of) => `${key}, rank ${to.index + 1} of ${of}`,
    onDrop: (key, to, from) => drops.push({ key, to, from }),
  });
  return { lift, drops };
}
const spot = (index: number, line = 0): Spot => ({ line, index });
const key = (name: string) => new KeyboardEvent("keydown", { key: name, cancelable: true });

describe("in a list", () => {
  it("moves by steps and stops at the ends", () => {
    const { lift } = lifting(5);
    lift.lift("HBR-1", 1);
    lift.move(-3);
    expect(lift.to).toEqual(spot(0));
    lift.move(10);
    expect(lift.to).toEqual(spot(4));
    lift.home();
    expect(lift.to).toEqual(spot(0));
    lift.end();
    expect(lift.to).toEqual(spot(4));
  });

  it("says where it would stand", () => {
    const { lift } = lifting(21);
    lift.lift("HBR-221", 12);
    lift.move(-3);
    expect(announcer.text.trim()).toBe("HBR-221, rank 10 of 21");
  });

  it("reports a drop once, and nothing when it came back", () => {
    const { lift, drops } = lifting(5);
    lift.lift("HBR-1", 1);
    lift.move(1);
    lift.drop();
    lift.drop();
    lift.lift("HBR-1", 2);
    lift.move(1);
    lift.move(-1);
    lift.drop();
    expect(drops).toEqual([{ key: "HBR-1", to: spot(2), from: spot(1) }]);
  });

  it("puts back on cancel", () => {
    const { lift, drops } = lifting(5);
    lift.lift("HBR-1", 3);
    lift.home();
    lift.cancel();
    expect([lift.active, lift.to, drops]).toEqual([false, spot(3), []]);
  });
});

describe("on a board", () => {
  it("has one place more in another column, and none beyond the last", () => {
    const { lift } = lifting(3, 0, 2);
    lift.lift("HBR-1", 2);
    lift.shift(1);
    expect(lift.to).toEqual(spot(0, 1));
    lift.shift(1);
    lift.end();
    expect(lift.to).toEqual(spot(2, 2));
    lift.shift(1);
    expect(lift.to).toEqual(spot(2, 2));
  });
});

describe("keys", () => {
  it("takes its keys only while something is lifted", () => {
    const { lift, drops } = lifting(3);
    expect(lift.keydown(key("ArrowDown"))).toBe(false);
    lift.lift("HBR-1", 0);
    expect(lift.keydown(key("ArrowDown"))).toBe(true);
    expect(lift.keydown(key("q"))).toBe(false);
    expect(lift.keydown(key(" "))).toBe(true);
    expect(drops).toHaveLength(1);
  });
});

describe("on a board cut into lanes", () => {
  it("stays in its lane sideways, and goes on into the next one from the end of a line", () => {
    // Two lanes of two columns.
    const counts = [2, 1, 0, 3];
    const lift = new Lift<string>({
      lines: () => counts, say: (key) => key, onDrop: () => undefined,
      beside: (line, delta) => (Math.floor((line + delta) / 2) === Math.floor(line / 2) ? line + delta : null),
      beyond: (line, delta) => (line + 2 * delta < 0 || line + 2 * delta > 3 ? null : { line: line + 2 * delta, index: delta > 0 ? 0 : Infinity }),
    });
    lift.lift("HBR-1", 1, 0);
    lift.shift(1);
    expect(lift.to).toEqual(spot(1, 1));
    lift.shift(1);
    expect(lift.to).toEqual(spot(1, 1));
    lift.move(1);
    expect(lift.to).toEqual(spot(0, 3));
    lift.move(-1);
    expect(lift.to).toEqual(spot(1, 1));
    lift.shift(-1);
    lift.move(1);
    expect(lift.to).toEqual(spot(0, 2));
    lift.move(1);
    expect(lift.to).toEqual(spot(0, 2));
  });
});
