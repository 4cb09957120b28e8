export { byItem } from "./rows";
export { TaskList } from "./tasks.svelte";
export { default as Tasks } from "./Tasks.svelte";
