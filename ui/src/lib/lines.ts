/** The lines of a pasted text as entries of a list: without bullets, numbers and boxes, none of them empty. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-*•]\s*|\d+[.)]\s+)?(?:\[[ xX]?\]\s*)?/, "").trim()).filter(Boolean);
}
