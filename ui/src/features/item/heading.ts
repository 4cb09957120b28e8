import { getContext, setContext } from "svelte";

type Level = "h2" | "h3";
const KEY = Symbol("item heading");

/** Says, while a component is being set up, which headings the parts of the item in it have: one below its own. */
export const setHeading = (level: Level) => setContext(KEY, level);
export const heading = (): Level => getContext<Level | undefined>(KEY) ?? "h3";
