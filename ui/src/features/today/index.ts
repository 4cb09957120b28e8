export { default as Needs } from "./Needs.svelte";
export { default as NextUp } from "./NextUp.svelte";
export { default as Standing } from "./Standing.svelte";
