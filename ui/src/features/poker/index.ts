export { poker, POKER_MAX } from "./poker.svelte";
export { default as Poker } from "./Poker.svelte";
export { default as PokerDock } from "./PokerDock.svelte";
export { faceOf } from "./words";
