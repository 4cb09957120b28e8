/** Small choices of this window, kept between starts. Never anything that belongs in the workspace. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(`lineout.${key}`);
  } catch {
    return null; // storage is switched off: choices then last as long as the window
  }
}

export function store(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`lineout.${key}`);
    else localStorage.setItem(`lineout.${key}`, value);
  } catch {
    // as above
  }
}
