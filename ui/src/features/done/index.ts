export { DoneDraft } from "./answer.svelte";
export { default as DoneCriteria } from "./DoneCriteria.svelte";
