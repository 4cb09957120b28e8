export { default as ImpedimentList } from "./ImpedimentList.svelte";
export { default as ImpedimentPanel } from "./ImpedimentPanel.svelte";
export { default as RaiseDialog } from "./RaiseDialog.svelte";
export { default as ResolveDialog } from "./ResolveDialog.svelte";
export { default as SeverityMark } from "./SeverityMark.svelte";
export { default as StateTag } from "./StateTag.svelte";
export { default as TimeToResolve } from "./TimeToResolve.svelte";
export { raising } from "./raise.svelte";
export { ImpedimentRoom } from "./room.svelte";
