export { default as CapacityLine } from "./CapacityLine.svelte";
export { default as CapacityPane } from "./CapacityPane.svelte";
export { default as HoursLeft } from "./HoursLeft.svelte";
export { default as WorksCell } from "./WorksCell.svelte";
