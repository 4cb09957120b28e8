export { default as AddItemsDialog } from "./AddItemsDialog.svelte";
export { default as BoardBar } from "./BoardBar.svelte";
export { default as BoardColumns } from "./BoardColumns.svelte";
export { default as CancelCardDialog } from "./CancelCardDialog.svelte";
export { default as DoneCheck } from "./DoneCheck.svelte";
export { roomKeys } from "./keys";
export { isTask } from "./lanes";
export { cardEntries, taskEntries } from "./menu";
export { BoardRoom } from "./room.svelte";
