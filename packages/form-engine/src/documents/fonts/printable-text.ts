import type { FontFace } from './font-face.js';

/** What stands for a character that cannot be printed. */
export const replacement = '\ufffd';

// Tab, line and paragraph separators and the spaces of typography become a blank or a line end.
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
const blanks = /[\t\u1680\u2000-\u200a\u205f\u3000]/g;
// Invisible by nature: soft hyphen, zero-width characters, byte order mark, variation selectors.
const invisible = /\u00ad|\u034f|[\u200b-\u200d]|\u2060|\ufeff|[\ufe00-\ufe0f]/g;
// Control characters, and those that turn the direction of what follows: they would make a reader see another text.
const deceptive = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Text as it can be printed: NFC, `\n` as the only control character. Deceptive characters become visible. */
export const printableText = (text: string): string =>
  text.normalize('NFC').replace(lineEnds, '\n').replace(blanks, ' ').replace(invisible, '').replace(deceptive, replacement);

/** One line as it stands on the page. `actual`: what it says, where the glyphs say less or something else. */
export interface PrintedLine {
  readonly shown: string;
  readonly actual: string | null;
}

/** A letter that the font lacks is shown by the replacement sign, and still there when the text is copied or read aloud. */
export function printedLine(text: string, face: FontFace): PrintedLine {
  // No-break spaces have done their work.
  const said = text.replace(/[\u00a0\u202f]/g, ' ');
  const shown = Array.from(said, (sign) => (sign === '\n' || face.has(sign.codePointAt(0) ?? 0) ? sign : replacement)).join('');
  return { shown, actual: shown === said && face.readsBack(shown) ? null : said };
}
