export { default as EpicDialog } from "./EpicDialog.svelte";
export { default as EpicList } from "./EpicList.svelte";
export { default as EpicPanel } from "./EpicPanel.svelte";
export { EpicsRoom } from "./room.svelte";
