export { default as CloseSprintDialog } from "./CloseSprintDialog.svelte";
