/** A piece of a label; `hit` pieces are what the words typed were found in. */
export type Piece = { text: string; hit: boolean };
export type Match = { score: number; pieces: Piece[] };

/** For comparing: small letters without accents, one character for one, so that places in it are places in the text. */
export function fold(text: string): string {
  return [...text].map((letter) => fallen(letter)).join("");
}

function fallen(letter: string): string {
  const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.length === letter.length ? bare : letter;
}

/** How well `text` answers what was typed, or null when a word of it is nowhere, neither there nor in `beside`. */
export function match(text: string, typed: string, beside = ""): Match | null {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const folded = fold(text);
  const hits: [number, number][] = [];
  let score = 0;
  for (const word of words) {
    const at = best(folded, word);
    if (at >= 0) {
      hits.push([at, at + word.length]);
      score += at === 0 ? 4 : isStart(folded, at) ? 3 : 1;
    } else if (fold(beside).includes(word)) score += 0.5;
    else return null;
  }
  // Of labels that answer alike, the shorter says less that was not asked for.
  return { score: score - Math.min(text.length, 100) / 1000, pieces: cut(text, hits) };
}

/** A text with every word marked that begins with one of the words typed. */
export function mark(text: string, typed: string): Piece[] {
  const folded = fold(text);
  const hits = fold(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean).flatMap((word): [number, number][] => {
    const found: [number, number][] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) if (isStart(folded, at)) found.push([at, at + word.length]);
    return found;
  });
  return cut(text, hits);
}

/** Where a word is found: at the start of a word if it can be. */
function best(text: string, word: string): number {
  const first = text.indexOf(word);
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (isStart(text, at)) return at;
  return first;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}

function cut(text: string, hits: [number, number][]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of hits.sort((a, b) => a[0] - b[0])) {
    if (from < at) continue; // two words found in one place
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}
