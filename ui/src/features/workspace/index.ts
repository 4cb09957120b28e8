export { canBrowse, closeWorkspace, createWorkspace, openSample, openWorkspace, renameWorkspace } from "./acts";
export { default as OpenDialog } from "./OpenDialog.svelte";
export { split } from "./paths";
export { default as PlaceField } from "./PlaceField.svelte";
