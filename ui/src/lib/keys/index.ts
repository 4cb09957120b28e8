export { along } from "./along";
export { ariaKeys, shown } from "./combo";
export { entersBy } from "./enters";
export { isField, keys, shortcuts, type Binding, type Scope } from "./registry.svelte";
