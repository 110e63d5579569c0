import type { SourcePlace } from '../xml/fim-input-error.js';

/** Characters that stand escaped in a file as serialisers write it. */
const escaped: Readonly<Record<string, number>> = { '<': 4, '>': 4, '&': 5 };

/** Line and column in the file of an offset in a text whose begin is known. */
export function placeInText(text: string, offset: number, begin: SourcePlace): SourcePlace {
  let { line, column } = begin;
  for (const character of text.slice(0, offset)) {
    if (character === '\n') {
      line++;
      column = 1;
    } else column += escaped[character] ?? 1;
  }
  return { line, column };
}
