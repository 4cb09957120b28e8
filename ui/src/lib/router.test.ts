import { expect, it } from "vitest";
import { href, parse, Router } from "./router.svelte";

it.each([
  ["", { room: "", params: [], query: "" }],
  ["#/", { room: "", params: [], query: "" }],
  ["#/backlog", { room: "backlog", params: [], query: "" }],
  ["#/backlog/HBR-12", { room: "backlog", params: ["HBR-12"], query: "" }],
  ["#/a/50%", { room: "a", params: ["50%"], query: "" }],
  ["#/backlog/HBR-12?text=a%2Fb?&in=done", { room: "backlog", params: ["HBR-12"], query: "text=a%2Fb?&in=done" }],
])("reads %s", (hash, place) => expect(parse(hash)).toEqual(place));

it("reads back what it writes, whatever is in it", () => {
  const params = ["a/b", "ö %", "#?"];
  expect(parse(href("room", ...params))).toEqual({ room: "room", params, query: "" });
});

it("follows the address and changes it", () => {
  const router = new Router();
  window.location.hash = "#/board";
  const stop = router.start();
  expect(router.room).toBe("board");
  router.go("backlog", "HBR-12");
  expect(window.location.hash).toBe("#/backlog/HBR-12");
  router.replace("backlog", "HBR-13");
  expect([window.location.hash, router.params]).toEqual(["#/backlog/HBR-13", ["HBR-13"]]);
  router.to({ room: "backlog", params: ["HBR-13"], query: "type=fix" });
  expect([window.location.hash, router.query]).toEqual(["#/backlog/HBR-13?type=fix", "type=fix"]);
  router.go("board");
  expect(router.query).toBe("");
  stop();
});
