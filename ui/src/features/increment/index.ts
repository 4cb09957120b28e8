export { default as AddDialog } from "./AddDialog.svelte";
export { default as CreateDialog } from "./CreateDialog.svelte";
export { default as IncrementDetail } from "./IncrementDetail.svelte";
export { default as IncrementNav } from "./IncrementNav.svelte";
export { default as ReleaseDialog } from "./ReleaseDialog.svelte";
export { default as WaitingPane } from "./WaitingPane.svelte";
export { IncrementRoom } from "./room.svelte";
