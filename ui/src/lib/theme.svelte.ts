import { store, stored } from "./stored";

export type ThemeChoice = "light" | "dark" | "system";
export const THEMES: { value: ThemeChoice; label: string }[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "system", label: "System" },
];

class Theme {
  choice = $state<ThemeChoice>("system");
  #systemDark = $state(false);
  shown: "light" | "dark" = $derived(this.choice === "system" ? (this.#systemDark ? "dark" : "light") : this.choice);

  /** Before the first paint: reads the choice and follows the system. */
  start(): void {
    const kept = stored("theme");
    if (kept === "light" || kept === "dark") this.choice = kept;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    this.#systemDark = dark.matches;
    dark.addEventListener("change", (event) => {
      this.#systemDark = event.matches;
      this.#apply();
    });
    this.#apply();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    store("theme", choice);
    this.#apply();
  }

  /** Light, dark, system, and round again. Returns the label of what it became. */
  next(): string {
    const at = THEMES.findIndex((theme) => theme.value === this.choice);
    const next = THEMES[(at + 1) % THEMES.length]!;
    this.choose(next.value);
    return next.label;
  }

  #apply(): void {
    document.documentElement.dataset.theme = this.shown;
  }
}

export const theme = new Theme();
