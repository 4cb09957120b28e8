export { default as FromTaskList } from "./FromTaskList.svelte";
export { default as TaskTemplateList } from "./TaskTemplateList.svelte";
