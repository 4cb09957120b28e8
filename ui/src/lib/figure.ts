/** Numbers of any size with what people write around them. Estimates have their own way, see `format.ts`. */

/** A figure as people write it: "9.5", "1,200", with a real minus. */
export function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : value.toLocaleString("en-GB", { maximumFractionDigits: 6 }).replace("-", "−");
}

/** What was typed as a figure: a number, nothing, or "unreadable". Points and commas both part the decimals. */
export function parseFigure(text: string): number | null | "unreadable" {
  const plain = text.trim().replace(/\s/g, "");
  if (plain === "") return null;
  // "1,200" is how this app itself writes a thousand; any other single comma parts decimals.
  const normal = /^[-−+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain.replace(",", ".");
  const value = Number(normal.replace("−", "-"));
  return Number.isFinite(value) ? value : "unreadable";
}
