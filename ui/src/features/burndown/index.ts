export { default as Burndown } from "./Burndown.svelte";
export { default as BurndownAsOf } from "./BurndownAsOf.svelte";
export { default as BurndownPanel } from "./BurndownPanel.svelte";
