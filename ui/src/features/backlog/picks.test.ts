import { describe, expect, it } from "vitest";
import { picksOf, refreshed, toggled, without } from "./picks";

const of = (text: string) => [...text].map((id) => ({ id, estimate: id.charCodeAt(0) - 96 }));
const ids = (picks: ReadonlyMap<string, unknown>) => [...picks.keys()].join("");

describe("what is selected", () => {
  it("keeps what it was made onto", () => {
    const kept = picksOf(of("ab"));
    expect(ids(picksOf(of("cd"), kept))).toBe("abcd");
    expect(ids(kept)).toBe("ab");
  });

  it("toggles one, and takes out several", () => {
    const picks = toggled(toggled(picksOf(of("ab")), of("c")[0]!), of("a")[0]!);
    expect(ids(picks)).toBe("bc");
    expect(ids(without(picks, "bz"))).toBe("c");
  });

  it("follows estimates without losing what is not in view", () => {
    const picks = refreshed(picksOf(of("abc")), [{ id: "b", estimate: 13 }, { id: "z", estimate: 1 }], false);
    expect([...picks]).toEqual([["a", 1], ["b", 13], ["c", 3]]);
  });

  it("loses what is no longer in the backlog", () => {
    expect(ids(refreshed(picksOf(of("abc")), of("zbc"), true))).toBe("bc");
  });
});
