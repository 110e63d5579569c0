/**
 * The dictionary of a trailer, as text: behind `trailer`, or of a cross-reference stream (ISO 32000-1, 7.5.5 and 7.5.8). `text` begins
 * with the table or stream. Null: there is none.
 */
export function trailerDictionary(text: string): string | null {
  const stream = /^\s*\d{1,10}\s+\d{1,5}\s+obj\s*<</.exec(text);
  if (stream) return balanced(text, stream[0].length - 2);
  const trailer = /\btrailer\s*<</.exec(text);
  return trailer ? balanced(text, trailer.index + trailer[0].length - 2) : null;
}

const longest = 100_000;

/** From `<<` at `start` to its `>>`; strings may hold either. */
export function balanced(text: string, start: number): string | null {
  const end = Math.min(text.length, start + longest);
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === '(') at = endOfString(text, at, end);
    else if (text.startsWith('<<', at)) {
      depth++;
      at++;
    } else if (text.startsWith('>>', at)) {
      depth--;
      at++;
      if (depth === 0) return text.slice(start, at + 1);
    }
  }
  return null;
}

/** The place of the bracket that closes the string at `at`. */
function endOfString(text: string, at: number, end: number): number {
  let depth = 0;
  for (; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return end;
}
