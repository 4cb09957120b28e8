export { default as DailyList } from "./DailyList.svelte";
export { default as Floor } from "./Floor.svelte";
export { default as Ruler } from "./Ruler.svelte";
export { default as StartDaily } from "./StartDaily.svelte";
export { default as VoteHead } from "./VoteHead.svelte";
export { default as Votes } from "./Votes.svelte";
export { default as WalkFloor } from "./WalkFloor.svelte";
export { DailyRoom, firstName } from "./room.svelte";
export { notes } from "./since";
