export { default as NewProductDialog } from "./NewProductDialog.svelte";
