export { poker } from "./poker.svelte";
export { default as Poker } from "./Poker.svelte";
export { default as PokerDock } from "./PokerDock.svelte";
export { summary } from "./words";
