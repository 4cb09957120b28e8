import { expect, test } from "vitest";
import { ReadyCriteria } from "./ready.svelte";

const standing = [{ id: "s", text: "Sized" }, { id: "c", text: "Has criteria" }];

test("a criterion keeps its id through rewording and moving, and a new one has none", () => {
  const ready = new ReadyCriteria(standing);
  const [sized, criteria] = ready.lines.map((line) => line.id);
  ready.lines[0]!.text = "Sized by the team ";
  ready.move(criteria!, 0);
  const added = ready.add(sized);
  ready.lines.find((line) => line.id === added)!.text = "Small";
  ready.add();
  expect(ready.wanted).toEqual([{ id: "c", text: "Has criteria" }, { id: "s", text: "Sized by the team" }, { text: "Small" }]);
});

test("one that is taken out and written again is a new one", () => {
  const ready = new ReadyCriteria(standing);
  ready.remove(ready.lines[0]!.id);
  const again = ready.add();
  ready.lines.find((line) => line.id === again)!.text = "Sized";
  expect(ready.wanted).toEqual([{ id: "c", text: "Has criteria" }, { text: "Sized" }]);
});

test("emptied, there is no definition", () => {
  const ready = new ReadyCriteria(standing);
  for (const { id } of [...ready.lines]) ready.remove(id);
  expect([ready.wanted, ready.changed]).toEqual([[], true]);
});

test("what stands and has been changed elsewhere is noticed", () => {
  const ready = new ReadyCriteria(standing);
  expect(ready.differs(standing)).toBe(false);
  expect(ready.differs(standing.slice(1))).toBe(true);
  expect(ready.differs([...standing].reverse())).toBe(true);
  expect(ready.differs([{ id: "s", text: "Sized by two" }, standing[1]!])).toBe(true);
  ready.from(standing.slice(1));
  expect([ready.changed, ready.differs(standing.slice(1))]).toEqual([false, false]);
});
