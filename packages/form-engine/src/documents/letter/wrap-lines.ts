/** Width of a text in points. */
export type Measure = (text: string) => number;

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });
// A line may end after a blank, a hyphen, a slash, and the sign in the middle of an e-mail address.
const breakable = /[^ \-–/@]*(?: +|[-–/@]+ *|$)/g;

/**
 * Breaks a text into lines; `\n` ends one, and a word that is wider than the line is cut between two letters. Never an empty
 * list. A line between two words ends with a blank: a screen reader runs the lines together.
 */
export function wrapLines(text: string, width: number, measure: Measure): string[] {
  const paragraphs = text.split('\n');
  return paragraphs.flatMap((paragraph, index) => {
    const lines = wrapParagraph(paragraph.trimEnd(), width, measure);
    return index === paragraphs.length - 1 ? lines : lines.with(-1, `${lines.at(-1) ?? ''} `);
  });
}

function wrapParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  const end = (): void => {
    lines.push(line.replace(/ {2,}$/, ' '));
    line = '';
    filled = 0;
  };
  for (const [piece] of paragraph.matchAll(breakable)) {
    if (piece === '') continue;
    const wide = measure(piece);
    const seen = piece.endsWith(' ') ? measure(piece.trimEnd()) : wide;
    if (line !== '' && filled + seen > width) end();
    if (seen <= width) {
      line += piece;
      filled += wide;
      continue;
    }
    for (const { segment } of graphemes.segment(piece)) {
      const letter = measure(segment);
      if (line !== '' && filled + letter > width) end();
      line += segment;
      filled += letter;
    }
  }
  end();
  return lines;
}
