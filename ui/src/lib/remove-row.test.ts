import { beforeEach, expect, it } from "vitest";
import { removeRow } from "./remove-row";

const rows = ["a", "b", "c"].map((id) => ({ id }));
const field = (id: string) => document.querySelector<HTMLElement>(`#row-${id} textarea`)!;
const instead = () => document.querySelector<HTMLElement>("#adder");
const remove = (id: string) => removeRow("row-", rows, id, () => document.getElementById(`row-${id}`)?.remove(), instead);

beforeEach(() => {
  document.body.innerHTML = `${rows.map(({ id }) => `<p id="row-${id}"><textarea></textarea></p>`).join("")}<button id="adder"></button>`;
});

it.each([["b", "c"], ["c", "b"]])("from %s the focus goes to %s", async (from, to) => {
  field(from).focus();
  await remove(from);
  expect(document.activeElement).toBe(field(to));
});

it("with no row left the focus goes to what stands instead", async () => {
  field("a").focus();
  await removeRow("row-", rows.slice(0, 1), "a", () => document.getElementById("row-a")?.remove(), instead);
  expect(document.activeElement).toBe(instead());
});

it("a focus that is elsewhere stays there", async () => {
  field("a").focus();
  await remove("b");
  expect(document.activeElement).toBe(field("a"));
});
