export { default as GoalMark } from "./GoalMark.svelte";
export { default as GoalPanel } from "./GoalPanel.svelte";
export { GoalState } from "./panel.svelte";
