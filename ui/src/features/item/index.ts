export { editItem, patchItem, type ItemChange } from "./edit";
export { fate, ItemSearch, type Offer } from "./item-search.svelte";
export { default as ItemPage } from "./ItemPage.svelte";
export { default as ItemPanel } from "./ItemPanel.svelte";
export { default as ItemPicker } from "./ItemPicker.svelte";
export { openItem } from "./open";
export { default as Picker } from "./Picker.svelte";
export { openItemPage, rowLeft } from "./page";
