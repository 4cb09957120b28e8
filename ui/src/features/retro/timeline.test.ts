import { expect, it } from "vitest";
import { carriedInWords, doneInWords } from "./timeline";

it("tells what was done of the commitment apart from what was done in all", () => {
  expect(doneInWords({ kept: 8, committed: 19, completed: 11 }).join("")).toBe("8 of 19 committed points, 11 done in all");
  expect(doneInWords({ kept: 8, committed: 19, completed: 8 }).join("")).toBe("8 of 19 committed points");
});

it("tells what was carried on and what was split as the record does", () => {
  expect(carriedInWords({ carried: 5, split: 1 })).toBe("5 items carried on, 1 split");
  expect(carriedInWords({ carried: 1, split: 0 })).toBe("1 item carried on");
  expect(carriedInWords({ carried: 0, split: 2 })).toBe("2 split");
  expect(carriedInWords({ carried: 0, split: 0 })).toBe("");
});
