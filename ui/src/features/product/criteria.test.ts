import { expect, test } from "vitest";
import { Criteria } from "./criteria.svelte";

const texts = (criteria: Criteria) => criteria.lines.map((line) => line.text);

test("empty lines are no criteria, and no change", () => {
  const criteria = new Criteria(["Reviewed", "Tested"]);
  expect(criteria.changed).toBe(false);
  criteria.add();
  expect(criteria.changed).toBe(false);
  criteria.lines[2]!.text = " Released ";
  expect(criteria.texts).toEqual(["Reviewed", "Tested", "Released"]);
  expect(criteria.changed).toBe(true);
});

test("a new line comes after the one it was asked from, a removed one gives the one before", () => {
  const criteria = new Criteria(["a", "b"]);
  const [a, b] = criteria.lines.map((line) => line.id);
  const added = criteria.add(a);
  expect(texts(criteria)).toEqual(["a", "", "b"]);
  expect(criteria.remove(b!)).toBe(added);
  expect(criteria.remove(a!)).toBe(added);
  expect(criteria.remove(added)).toBe(null);
});

test("the order is part of the definition", () => {
  const criteria = new Criteria(["a", "b", "c"]);
  criteria.move(criteria.lines[2]!.id, 0);
  expect(texts(criteria)).toEqual(["c", "a", "b"]);
  expect(criteria.changed).toBe(true);
});

test("a list pasted from elsewhere loses its bullets", () => {
  const criteria = new Criteria([""]);
  const id = criteria.lines[0]!.id;
  expect(criteria.paste(id, "one line")).toBe(null);
  criteria.paste(id, "- [ ] Reviewed\n* Tested\n\n3. Released\r\n");
  expect(texts(criteria)).toEqual(["Reviewed", "Tested", "Released"]);
});
