import type { Incident, SetIncident } from "$lib/contract";
import { clock } from "$lib/clock.svelte";
import { session } from "$lib/session.svelte";
import { instantOf, localOf } from "$lib/zoned";

const UNREADABLE = "Write it as 2026-03-09 14:05.";

/** The downtime of an incident as two fields hold it. What was not touched is not sent: the fields know no seconds. */
export class Downtime {
  began = $state("");
  restored = $state("");
  #was = { began: "", restored: "" };

  beganFault = $derived(fault(this.began));
  restoredFault = $derived(fault(this.restored));
  ready = $derived(!this.beganFault && !this.restoredFault);

  /** From what is known, or from now on. */
  start(incident: Incident | null = null): void {
    const zone = zoneOf();
    this.began = localOf(incident?.began ?? clock.now(), zone);
    this.restored = incident?.restored ? localOf(incident.restored, zone) : "";
    this.#was = incident ? { began: this.began, restored: this.restored } : { began: "", restored: "" };
  }

  /** What to tell; null when nothing changed. An emptied beginning says nothing. */
  told(): SetIncident | null {
    const told: SetIncident = {};
    if (this.began !== this.#was.began && this.began) told.began = instantOf(this.began, zoneOf()) ?? undefined;
    if (this.restored !== this.#was.restored) told.restored = instantOf(this.restored, zoneOf());
    return "began" in told || "restored" in told ? told : null;
  }
}

function zoneOf(): string {
  return session.zone;
}

function fault(text: string): string | undefined {
  return text && instantOf(text, zoneOf()) === null ? UNREADABLE : undefined;
}

/** The instant that a field holds, for who asks for one alone. */
export function momentOf(text: string): string | undefined {
  return instantOf(text, zoneOf()) ?? undefined;
}
