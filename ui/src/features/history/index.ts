export { dayOf, headOf, timeOf } from "./days";
export { default as ChangeLine } from "./ChangeLine.svelte";
export { default as HistoryList } from "./HistoryList.svelte";
export { default as Story } from "./Story.svelte";
export { HistoryRoom } from "./room.svelte";
export { labelOf, storyOf, type StoryEvent } from "./story";
export { tell, type Told } from "./words";
