export type Zone = { name: string; city: string; region: string; offset: string };

/** The machine's own zone. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** "UTC+1", "UTC−3:30", as it is at an instant. */
export function offsetOf(zone: string, at: Date): string {
  try {
    const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(at);
    const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
    return name.replace("GMT", "UTC").replace("-", "−");
  } catch {
    return ""; // a zone that this machine does not know
  }
}

/** Every zone the machine knows, by name; `also` is put in when it is not among them. */
export function zones(also: string, at: Date): Zone[] {
  const known = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  return [...new Set(["UTC", also, ...known])].filter(Boolean).map((name) => {
    const parts = name.split("/");
    return { name, city: (parts.at(-1) ?? name).replaceAll("_", " "), region: parts.slice(0, -1).join(", ").replaceAll("_", " "), offset: offsetOf(name, at) };
  });
}

const MOST = 60;

/** Those that hold every word typed, the ones whose city begins with it first. */
export function matching(all: readonly Zone[], typed: string): Zone[] {
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.length === 0) return all.slice(0, MOST);
  const found = all.filter((zone) => {
    const text = fold(`${zone.name} ${zone.offset}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (zone: Zone) => (fold(zone.city).startsWith(words[0]!) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b)).slice(0, MOST);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[_/,]+/g, " ").replaceAll("−", "-").trim();
}
