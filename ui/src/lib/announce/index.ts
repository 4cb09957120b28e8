export { announce, announcer } from "./announce.svelte";
