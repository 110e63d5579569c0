import { describe, expect, it } from '@jest/globals';
import { wrapLines } from './wrap-lines.js';

// Every letter is one wide.
const wrap = (text: string, width: number): string[] => wrapLines(text, width, (piece) => [...piece].length);

describe('wrapLines', () => {
  it('breaks at blanks, and keeps one for those who hear the text', () => {
    expect(wrap('eine Straße   am See', 11)).toEqual(['eine Straße ', 'am See']);
  });

  it('breaks after hyphens and slashes, and e-mail addresses in their middle', () => {
    expect(wrap('Mecklenburg-Vorpommern/Rügen', 12)).toEqual(['Mecklenburg-', 'Vorpommern/', 'Rügen']);
    expect(wrap('buergerbuero@musterstadt.example', 20)).toEqual(['buergerbuero@', 'musterstadt.example']);
  });

  it('cuts a word that is wider than the line, never between a letter and its mark', () => {
    expect(wrap('aaaM\u0302M\u0302', 4)).toEqual(['aaa', 'M\u0302M\u0302']);
    expect(wrap('x'.repeat(9), 4)).toEqual(['xxxx', 'xxxx', 'x']);
  });

  it('puts a letter on each line where nothing fits', () => {
    expect(wrap('abc', 0.5)).toEqual(['a', 'b', 'c']);
  });

  it('ends lines where the text does', () => {
    expect(wrap('a\n\nb', 10)).toEqual(['a ', ' ', 'b']);
    expect(wrap('', 10)).toEqual(['']);
  });
});
