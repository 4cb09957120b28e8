/** The part of Markdown that people use in items and notes. Everything else stays as it was typed. */
export type Inline = { kind: "text" | "strong" | "em" | "code"; text: string } | { kind: "link"; text: string; url: string };
export type Line = { text: Inline[]; /** Of a task list. */ ticked: boolean | null };
export type Block =
  | { kind: "paragraph" | "quote"; lines: Inline[][] }
  | { kind: "heading"; text: Inline[] }
  | { kind: "list"; ordered: boolean; items: Line[] }
  | { kind: "code"; text: string };

const HEADING = /^#{1,6}\s+(.*)$/;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
const FENCE = /^\s*```/;
const QUOTE = /^>\s?(.*)$/;

/** Blocks of a text, top to bottom. Never fails: what is no Markdown is a paragraph. */
export function blocks(text: string): Block[] {
  const lines = text.split("\n");
  const found: Block[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const last = found.at(-1);
    const joins = at > 0 && lines[at - 1]!.trim() !== "";
    const heading = HEADING.exec(line);
    const item = ITEM.exec(line);
    const quote = QUOTE.exec(line);
    if (FENCE.test(line)) {
      const end = lines.findIndex((other, index) => index > at && FENCE.test(other));
      const stop = end < 0 ? lines.length : end;
      found.push({ kind: "code", text: lines.slice(at + 1, stop).join("\n") });
      at = stop;
    } else if (line.trim() === "") continue;
    else if (heading) found.push({ kind: "heading", text: inline(heading[1]!) });
    else if (item) {
      const entry: Line = { text: inline(item[3]!), ticked: item[2] === undefined ? null : item[2] !== " " };
      const ordered = item[1] !== undefined;
      if (last?.kind === "list" && last.ordered === ordered) last.items.push(entry);
      else found.push({ kind: "list", ordered, items: [entry] });
    } else if (quote) {
      if (joins && last?.kind === "quote") last.lines.push(inline(quote[1]!));
      else found.push({ kind: "quote", lines: [inline(quote[1]!)] });
    } else if (joins && last?.kind === "paragraph") last.lines.push(inline(line));
    else if (joins && last?.kind === "list" && /^\s/.test(line)) last.items.at(-1)!.text.push({ kind: "text", text: " " }, ...inline(line.trim()));
    else found.push({ kind: "paragraph", lines: [inline(line)] });
  }
  return found;
}

const INLINE = /`([^`]+)`|\*\*(?=\S)([^*]+?)\*\*|(?<![\w*])\*(?=\S)([^*]+?)\*(?!\w)|(?<!\w)_(?=\S)([^_]+?)_(?!\w)|\[([^\]]+)\]\(([^()\s]+)\)|(https?:\/\/[^\s<>"'()]+[^\s<>"'().,;:!?])/g;

/** Parts of one line. */
export function inline(line: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > from) parts.push({ kind: "text", text: line.slice(from, match.index) });
    const [whole, code, strong, star, under, text, url, bare] = match;
    if (code !== undefined) parts.push({ kind: "code", text: code });
    else if (strong !== undefined) parts.push({ kind: "strong", text: strong });
    else if (url !== undefined) parts.push({ kind: "link", text: text!, url });
    else if (bare !== undefined) parts.push({ kind: "link", text: bare, url: bare });
    else parts.push({ kind: "em", text: star ?? under! });
    from = match.index + whole.length;
  }
  if (from < line.length || parts.length === 0) parts.push({ kind: "text", text: line.slice(from) });
  return parts;
}
