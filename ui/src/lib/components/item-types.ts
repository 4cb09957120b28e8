import Bookmark from "@lucide/svelte/icons/bookmark";
import Bug from "@lucide/svelte/icons/bug";
import CircleArrowUp from "@lucide/svelte/icons/circle-arrow-up";
import FlaskConical from "@lucide/svelte/icons/flask-conical";
import Sprout from "@lucide/svelte/icons/sprout";
import Wrench from "@lucide/svelte/icons/wrench";
import type { ItemType } from "../contract";
import type { IconType } from "./Icon.svelte";

/** Every type of backlog item with its name and its icon, in the order menus list them. */
export const ITEM_TYPES: { value: ItemType; label: string; icon: IconType }[] = [
  { value: "feature", label: "Feature", icon: Bookmark },
  { value: "enhancement", label: "Enhancement", icon: CircleArrowUp },
  { value: "fix", label: "Fix", icon: Bug },
  { value: "spike", label: "Spike", icon: FlaskConical },
  { value: "chore", label: "Chore", icon: Wrench },
  { value: "improvement", label: "Improvement", icon: Sprout },
];

export function itemType(value: ItemType) {
  return ITEM_TYPES.find((type) => type.value === value) ?? ITEM_TYPES[0]!;
}
