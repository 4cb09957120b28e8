export { default as CommandPalette } from "./Palette.svelte";
export { Palette, type Entry } from "./palette.svelte";
