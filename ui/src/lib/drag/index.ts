export { Drag, type DragOptions, type SourceOptions } from "./drag.svelte";
export { zoneAt, type Point, type Zone } from "./hit";
export { Lift, type LiftOptions, type Spot } from "./lift.svelte";
