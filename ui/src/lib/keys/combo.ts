/**
 * Shortcuts in words: "Mod+Shift+Z", "ArrowDown", "?", or a sequence "G B". `Mod` is Ctrl, on a Mac Command.
 * Letters are written as capitals and match without regard to case.
 */
const MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

const SHOWN: Record<string, string> = {
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Enter: "↵", Escape: "Esc",
  Mod: MAC ? "⌘" : "Ctrl", Shift: MAC ? "⇧" : "Shift", Alt: MAC ? "⌥" : "Alt",
};

/** The steps of a shortcut, each in the form that `comboOf` gives for an event. */
export function steps(keys: string): string[] {
  return keys.split(" ").map((step) => {
    const parts = step.split("+");
    const key = parts.pop() || "+";
    return [...parts.sort(), key.length === 1 ? key.toUpperCase() : key].join("+");
  });
}

/** What was pressed. Shift is named only where it does not already show in the character: "?" is not "Shift+?". */
export function comboOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const names = [
    event.altKey && "Alt",
    (MAC ? event.metaKey : event.ctrlKey) && "Mod",
    event.shiftKey && (key.length > 1 || /[A-Z]/.test(key)) && "Shift",
  ].filter((name): name is string => Boolean(name));
  return [...names, key].join("+");
}

/** For eyes: ["Ctrl", "Shift", "Z"]. */
export function shown(keys: string): string[] {
  return keys.split(/[ +]/).filter(Boolean).map((part) => SHOWN[part] ?? part);
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replaceAll("Mod", MAC ? "Meta" : "Control");
}
