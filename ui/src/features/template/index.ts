export { default as TemplateList } from "./TemplateList.svelte";
export { default as TemplateRows } from "./TemplateRows.svelte";
