export { default as ExportDialog } from "./ExportDialog.svelte";
export { saveRecord } from "./save";
