import OctagonAlert from "@lucide/svelte/icons/octagon-alert";
import ChevronsUp from "@lucide/svelte/icons/chevrons-up";
import ChevronDown from "@lucide/svelte/icons/chevron-down";
import Equal from "@lucide/svelte/icons/equal";
import type { IconType } from "$lib/components";
import type { Impediment, Severity } from "$lib/contract";

type SeverityShape = { value: Severity; label: string; meaning: string; icon: IconType };

/** Every severity with what it means, the worst first. */
export const SEVERITIES: readonly SeverityShape[] = [
  { value: "critical", label: "Critical", meaning: "Stops the team", icon: OctagonAlert },
  { value: "high", label: "High", meaning: "Stops an item", icon: ChevronsUp },
  { value: "medium", label: "Medium", meaning: "Slows work", icon: Equal },
  { value: "low", label: "Low", meaning: "An annoyance", icon: ChevronDown },
];

export function severity(value: Severity): SeverityShape {
  return SEVERITIES.find((shape) => shape.value === value) ?? SEVERITIES[2]!;
}

export const STATES: Record<Impediment["state"], { label: string; tone: "mute" | "warn" | "ok" }> = {
  raised: { label: "Raised", tone: "warn" },
  acknowledged: { label: "Acknowledged", tone: "mute" },
  resolved: { label: "Resolved", tone: "ok" },
};
