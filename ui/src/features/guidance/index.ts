export { default as GuidanceList } from "./GuidanceList.svelte";
