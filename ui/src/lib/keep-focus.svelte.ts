type Keeper = { place: () => HTMLElement | null; to: () => HTMLElement | null | undefined; inside: boolean };

const keepers: Keeper[] = [];
const observer = new MutationObserver(() => {
  if (lost() && keepers.some((keeper) => keeper.inside)) requestAnimationFrame(giveBack);
});

/**
 * Gives the focus of the page back when what had it goes: a row that was resolved away, a button whose act is done, a
 * dialog without anything to go back to. It goes to `to`, as long as it was last inside `place` or in what floats over it;
 * of places within each other the innermost that has an answer decides. Call it while a component is being set up.
 */
export function keepFocus(place: Keeper["place"], to: Keeper["to"]): void {
  $effect(() => {
    const keeper: Keeper = { place, to, inside: false };
    if (keepers.push(keeper) === 1) start();
    return () => {
      keepers.splice(keepers.indexOf(keeper), 1);
      if (keepers.length === 0) stop();
    };
  });
}

function start(): void {
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", follow);
  document.addEventListener("pointerdown", press);
}

function stop(): void {
  observer.disconnect();
  document.removeEventListener("focusin", follow);
  document.removeEventListener("pointerdown", press);
}

function lost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function follow(): void {
  const focused = document.activeElement;
  const floats = Boolean(focused?.closest('[role="dialog"]'));
  for (const keeper of keepers) keeper.inside = !lost() && (Boolean(keeper.place()?.contains(focused)) || (keeper.inside && floats));
}

/** A press on nothing takes the focus off on purpose, and says nothing of it. */
function press(): void {
  setTimeout(follow);
}

function giveBack(): void {
  if (!lost()) return;
  const asked = keepers.filter((keeper) => keeper.inside);
  // The further in, the more of the others it lies within.
  const depth = (keeper: Keeper) => asked.filter((other) => other.place()?.contains(keeper.place())).length;
  for (const keeper of asked.toSorted((a, b) => depth(b) - depth(a))) {
    const next = keeper.to();
    if (next) return next.focus({ preventScroll: true });
  }
}
