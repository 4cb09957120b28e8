import { entersBy } from "./enters";
import { shortcuts } from "./registry.svelte";

/**
 * The arrows lead from the room's head into a list that is not a widget of its own, and along what can be stood on in it,
 * by its selector. Call it while a component is being set up.
 */
export function along(name: string, place: () => HTMLElement | null | undefined, selector: string): void {
  const stops = () => [...(place()?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const to = (index: number): void | false => {
    const stop = stops()[index];
    return stop ? stop.focus() : false;
  };
  const by = (step: number): void | false => {
    const at = stops().findIndex((stop) => stop === document.activeElement);
    return at < 0 ? false : to(at + step);
  };
  shortcuts(name, () => [
    { keys: "ArrowDown", label: "Next row", run: () => by(1) },
    { keys: "ArrowUp", label: "Previous row", run: () => by(-1) },
    { keys: "Home", label: "First row", run: () => to(0) },
    { keys: "End", label: "Last row", run: () => to(stops().length - 1) },
  ], place);
  entersBy(() => stops()[0]);
}
