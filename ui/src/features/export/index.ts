export { default as ExportDialog } from "./ExportDialog.svelte";
export { default as SaveTextButton } from "./SaveTextButton.svelte";
export { saveRecord, saveText, textName } from "./save";
