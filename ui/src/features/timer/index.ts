export { clock, figure, spoken } from "./clock";
export { pulse } from "./pulse.svelte";
export { default as Timebox } from "./Timebox.svelte";
export { default as TimerControls } from "./TimerControls.svelte";
export { default as TimerEnds } from "./TimerEnds.svelte";
export { default as TimerFigure } from "./TimerFigure.svelte";
export { TimerOf, type Subject } from "./timer.svelte";
