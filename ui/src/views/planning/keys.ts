import Spade from "@lucide/svelte/icons/spade";
import type { Binding } from "$lib/keys";
import type { Plan } from "./plan.svelte";

/** The keys of the two panes. They are a row's: what is inside a row keeps its own. */
export function bindings(plan: Plan): Binding[] {
  const onRow = (run: (plan: Plan) => void) => (event: KeyboardEvent) => {
    const target = event.target as Element;
    if (!plan.pane || target.getAttribute("role") !== "row") return false;
    run(plan);
  };
  const list = () => plan.list(plan.pane ?? "backlog");
  const at = () => (plan.pane === "sprint" ? plan.forming.cursor : plan.backlog.cursor.index);
  const last = () => (plan.pane === "sprint" ? plan.items.length : plan.backlog.rows.total) - 1;
  const page = 12;
  const go = (index: () => number) => onRow(() => (list().go(Math.max(0, Math.min(index(), last()))), void list().focus()));
  const extend = (by: number) => onRow(() => (void list().extend(Math.max(0, Math.min(at() + by, last()))), void list().focus()));

  return [
    { keys: "/", label: "Find in the Product Backlog", run: () => (plan.field ? plan.field.select() : false) },
    { keys: "Mod+F", label: "Find in the Product Backlog", unlisted: true, inFields: true, run: () => (plan.field ? plan.field.select() : false) },
    { keys: "ArrowDown", label: "Next item", run: go(() => at() + 1) },
    { keys: "ArrowUp", label: "Previous item", run: go(() => at() - 1) },
    { keys: "PageDown", label: "A page down", unlisted: true, run: go(() => at() + page) },
    { keys: "PageUp", label: "A page up", unlisted: true, run: go(() => at() - page) },
    { keys: "Home", label: "First item", run: go(() => 0) },
    { keys: "End", label: "Last item", run: go(() => last()) },
    { keys: "ArrowRight", label: "To the sprint", run: onRow(() => void plan.focus("sprint")) },
    { keys: "ArrowLeft", label: "To the Product Backlog", run: onRow(() => void plan.focus("backlog")) },
    { keys: "Enter", label: "Take into the sprint, or give back", run: onRow(() => void plan.carryCurrent()) },
    { keys: "Space", label: "Lift, then arrows: to the other side, up and down in the sprint", run: onRow(() => plan.liftCurrent()) },
    { keys: "X", label: "Select", run: onRow(() => list().toggle(at())) },
    { keys: "Shift+ArrowDown", label: "Select down", run: extend(1) },
    { keys: "Shift+ArrowUp", label: "Select up", run: extend(-1) },
    { keys: "P", label: "Planning Poker", icon: Spade, run: onRow(() => plan.play()) },
    { keys: "E", label: "Estimate", run: onRow(() => void (plan.estimating = list().current?.id ?? null)) },
    {
      keys: "Escape", label: "Clear the selection",
      run: () => {
        if (plan.backlog.selection.size + plan.forming.selection.size === 0) return false;
        plan.backlog.selection.clear();
        plan.forming.selection.clear();
      },
    },
  ];
}
