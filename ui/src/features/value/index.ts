export { default as ValueView } from "./ValueView.svelte";
