export { Drag, type DragOptions, type SourceOptions } from "./drag.svelte";
export { zoneAt, type Point, type Zone } from "./hit";
export { Reorder, type ReorderOptions } from "./reorder.svelte";
export { Lift, type LiftOptions, type Spot } from "./lift.svelte";
