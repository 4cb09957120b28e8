export { ariaKeys, shown } from "./combo";
export { isField, keys, shortcuts, type Binding, type Scope } from "./registry.svelte";
