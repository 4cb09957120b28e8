export { splitting } from "./split.svelte";
export { default as Splitting } from "./Splitting.svelte";
