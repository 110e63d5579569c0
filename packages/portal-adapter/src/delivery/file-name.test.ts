import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distinctFileNames, safeFileName } from './file-name.js';

describe('safeFileName', () => {
  test.each([
    ['Müll ß.pdf', 'Müll ß.pdf'],
    ['Mu\u0308ll.pdf', 'Müll.pdf'],
    ['C:\\Users\\Erika\\Foto.jpg', 'Foto.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'Datei'],
    ['', 'Datei'],
    ['.htaccess', 'htaccess'],
    ['NUL.txt', '_NUL.txt'],
    ['a:b*c?.pdf', 'a_b_c_.pdf'],
    ['rechnung\u202efdp.exe', 'rechnung_fdp.exe'],
    ['Bescheid vom 3.1.', 'Bescheid vom 3.1'],
  ])('makes of %j %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  test('shortens a long name and keeps its extension', () => {
    const name = safeFileName(`${'ß'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name).toMatch(/^ß+\.pdf$/);
  });

  test('is a plain name whatever comes in, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(181);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});

test('distinctFileNames keeps names apart where upper and lower case are the same', () => {
  const files = ['Foto.jpg', 'foto.JPG', 'foto (2).JPG', 'uebergabe.json'].map((name) => ({ name }));
  expect(distinctFileNames(files, ['uebergabe.json'])).toEqual(['Foto.jpg', 'foto (2).JPG', 'foto (2) (2).JPG', 'uebergabe (2).json']);
});
