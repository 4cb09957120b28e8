export { merging } from "./merge.svelte";
export { default as Merging } from "./Merging.svelte";
