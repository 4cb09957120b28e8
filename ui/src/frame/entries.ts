import CalendarRange from "@lucide/svelte/icons/calendar-range";
import ChevronRight from "@lucide/svelte/icons/chevron-right";
import Package from "@lucide/svelte/icons/package";
import SunMoon from "@lucide/svelte/icons/sun-moon";
import { announce } from "$lib/announce";
import type { Sprint } from "$lib/contract";
import type { Entry } from "$features/palette";
import { dayRange } from "$lib/format";
import { keys } from "$lib/keys";
import { router } from "$lib/router.svelte";
import { rolesInWords, session } from "$lib/session.svelte";
import { theme, THEMES } from "$lib/theme.svelte";
import { toasts } from "$lib/toasts.svelte";
import { ROOMS } from "../views/rooms";
import { enterSprint, RECENT_SPRINTS } from "./sprints";

/** Keys that steer the focus: what they do makes sense under the fingers only. */
const STEERING = /(?:^|\+)(?:Arrow\w+|Home|End|Page\w+|Tab|Escape)$|^(?:Enter|Space|J|K)$/;
const PALETTE_KEYS = "Mod+K";

/** Everything that can be done or gone to from where the focus is. */
export function entries(from: HTMLElement, sprints: readonly Sprint[]): Entry[] {
  return [...actions(from), ...places(), ...recent(sprints), ...people(), ...products(), ...themes()];
}

/** Whoever goes to a room has the focus in it, wherever it was before. */
export function entering(go: () => void): () => void {
  return () => {
    go();
    document.getElementById("room")?.focus();
  };
}

function actions(from: HTMLElement): Entry[] {
  const seen = new Set([PALETTE_KEYS]);
  return keys.actions(from).flatMap(({ scope, binding }) => {
    // A nearer scope that takes a key over takes its action's place.
    if (scope === "Go to" || STEERING.test(binding.keys) || seen.has(binding.keys)) return [];
    seen.add(binding.keys);
    const run = () => {
      if (binding.run(new KeyboardEvent("keydown")) === false) toasts.warn(`“${binding.label}” has nothing to act on here. Choose something first.`);
    };
    return [{ id: `do-${binding.keys}`.replaceAll(" ", "-"), section: "Do", label: binding.label, icon: binding.icon ?? ChevronRight, keys: binding.keys, acts: true, run }];
  });
}

function places(): Entry[] {
  return ROOMS.map((room) => ({
    id: `room-${room.id}`, section: "Go to", label: room.title, icon: room.icon, keys: `G ${room.letter}`, current: router.room === room.id, run: entering(() => router.go(room.id)),
  }));
}

function recent(sprints: readonly Sprint[]): Entry[] {
  return sprints.slice(0, RECENT_SPRINTS).map((sprint) => ({
    id: `sprint-${sprint.id}`, section: "Sprints", label: sprint.name, detail: `${dayRange(sprint.startDay, sprint.endDay)}, ${sprint.state}`, icon: CalendarRange,
    run: entering(() => enterSprint(sprint)),
  }));
}

function people(): Entry[] {
  return session.people.map((person) => ({
    id: `person-${person.id}`, section: "Act as", label: person.name, detail: rolesInWords(session.rolesOf(person.id)), person, acts: true,
    current: person.id === session.person?.id,
    run: () => {
      session.actAs(person.id);
      announce(`Acting as ${person.name}`);
    },
  }));
}

function products(): Entry[] {
  if (session.products.length < 2) return [];
  return session.products.map((product) => ({
    id: `product-${product.id}`, section: "Product", label: product.name, detail: product.key, icon: Package, current: product.id === session.product?.id,
    run: () => session.chooseProduct(product.id),
  }));
}

function themes(): Entry[] {
  return THEMES.map(({ value, label }) => ({
    id: `theme-${value}`, section: "Theme", label, icon: SunMoon, acts: true, current: theme.choice === value,
    run: () => {
      theme.choose(value);
      announce(`Theme: ${label}`);
    },
  }));
}
