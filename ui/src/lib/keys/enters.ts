import { shortcuts } from "./registry.svelte";

/**
 * The arrows lead into a room on arriving: while the focus is on the room's head or on nothing, down goes to `first`. Call
 * it while a component is being set up.
 */
export function entersBy(first: () => HTMLElement | null | undefined): void {
  shortcuts("Room", () => [
    {
      keys: "ArrowDown", label: "Into the list", unlisted: true,
      run: () => {
        const active = document.activeElement;
        const head = active?.closest("header")?.querySelector("h1");
        if (active && active !== document.body && active.id !== "room" && !head) return false;
        const to = first();
        if (!to) return false;
        to.focus();
      },
    },
  ]);
}
