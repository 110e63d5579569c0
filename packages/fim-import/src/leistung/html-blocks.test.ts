import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blocksOf } from './html-blocks.js';

describe('blocksOf', () => {
  test('gives paragraphs and lists', () => {
    expect(
      blocksOf('<p>Sie brauchen:</p><ul><li>Ausweis</li><li><p>Foto</p></li></ul><div>Das <b>war</b> alles.<br/>Wirklich.</div>'),
    ).toEqual([
      { paragraph: { text: 'Sie brauchen:' } },
      { list: [{ text: 'Ausweis' }, { text: 'Foto' }] },
      { paragraph: { text: 'Das war alles.\nWirklich.' } },
    ]);
  });

  test('makes one list of lists in lists, and takes unclosed items', () => {
    expect(blocksOf('<ul><li>a<ul><li>b</li></ul></li><li>c</ul>')).toEqual([{ list: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] }]);
    expect(blocksOf('<ol><li>a<li>b</ol>')).toEqual([{ list: [{ text: 'a' }, { text: 'b' }] }]);
  });

  test('keeps the address of one link with its line, and of several in the text', () => {
    expect(blocksOf('<p><a href="https://a.example/x?a=1&amp;b=2">§ 1 KAG</a></p>')).toEqual([
      { paragraph: { text: '§ 1 KAG', link: 'https://a.example/x?a=1&b=2' } },
    ]);
    expect(blocksOf("<p><a href='https://a.example/'>A</a> und <a href=mailto:b@example.org>B</a>.</p>")).toEqual([
      { paragraph: { text: 'A (https://a.example/) und B (b@example.org).' } },
    ]);
  });

  test.each([
    ['a script', '<p>a<script>alert("<p>")</script>b</p>', 'ab'],
    ['styles', '<style>p{}</style>ab', 'ab'],
    ['handlers', '<p onclick="alert(\'>\')">ab</p>', 'ab'],
    ['a link that runs', '<a href="java&#115;cript:alert(1)">ab</a>', 'ab'],
    ['a link with data', '<a href="data:text/html,x">ab</a>', 'ab'],
    ['a comment', 'a<!-- <p> -->b', 'ab'],
    ['an unclosed tag', 'ab<p class="', 'ab'],
    ['an image', '<img src=x onerror=alert(1)>ab', 'ab'],
    ['control characters', '<p>a\u0007&#7;&#x9b;b</p>', 'a b'],
  ])('leaves nothing of %s', (_, html, text) => {
    expect(blocksOf(html)).toEqual([{ paragraph: { text } }]);
  });

  test('reads references once, so that escaped tags stay text', () => {
    expect(blocksOf('<p>&amp;lt;b&amp;gt; 3 &lt; 4 &sect;&nbsp;5 &unknown; &#x20AC; a < b</p>')).toEqual([
      { paragraph: { text: '&lt;b&gt; 3 < 4 § 5 &unknown; € a < b' } },
    ]);
  });

  test('reads plain text with its lines', () => {
    expect(blocksOf('Erster Absatz\nzweite Zeile\n\nSie brauchen:\n- Ausweis\n• Foto\n\nEnde')).toEqual([
      { paragraph: { text: 'Erster Absatz\nzweite Zeile' } },
      { paragraph: { text: 'Sie brauchen:' } },
      { list: [{ text: 'Ausweis' }, { text: 'Foto' }] },
      { paragraph: { text: 'Ende' } },
    ]);
  });

  test('takes anything, loses no words of plain text, and makes no line empty', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '<p>',
      '</p>',
      '<li>',
      '<a href=',
      'https://x.example',
      '&',
      '&#',
      '10;',
      '<!--',
      '-->',
      ' ',
      'x',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const lines = blocksOf(pieces.join('')).flatMap((block) => ('list' in block ? block.list : [block.paragraph]));
        expect(lines.every(({ text }) => text.trim() !== '' && text === text.trim())).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('is linear: a megabyte of open tags ends soon', () => {
    const start = performance.now();
    for (const hostile of ['<', '<a href="', '<!--', '&#', '<li>', '<script>']) blocksOf(hostile.repeat(1_000_000 / hostile.length));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
