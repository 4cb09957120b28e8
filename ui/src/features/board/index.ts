export { default as AddItemsDialog } from "./AddItemsDialog.svelte";
export { default as BoardColumns } from "./BoardColumns.svelte";
export { default as CancelCardDialog } from "./CancelCardDialog.svelte";
export { default as DoneCheck } from "./DoneCheck.svelte";
export { roomKeys } from "./keys";
export { cardEntries } from "./menu";
export { BoardRoom } from "./room.svelte";
