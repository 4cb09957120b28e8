export { editItem, patchItem, type ItemChange } from "./edit";
export { default as ItemPanel } from "./ItemPanel.svelte";
export { default as Picker } from "./Picker.svelte";
