export { default as ExportDialog } from "./ExportDialog.svelte";
export { default as SaveTextButton } from "./SaveTextButton.svelte";
export { saveText, textName } from "./save";
