import { describe, expect, test } from '@jest/globals';
import { checkReference, makeReference } from './reference-number.js';

const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 37 + 11);
const reference = makeReference('MS', 2026, bytes);

describe('reference numbers', () => {
  test('look like MS-2026-7K4F-92QX-C and hold nothing that is mistaken for something else', () => {
    expect(reference).toMatch(/^MS-2026-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]$/);
    expect(makeReference('MS', 2026, bytes)).toBe(reference);
    expect(makeReference('MS', 2026, bytes.toReversed())).not.toBe(reference);
  });

  test('are read as people type them', () => {
    expect(checkReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference);
    expect(checkReference(reference.replaceAll('-', '–'))).toBe(reference);
  });

  test('one wrong character is found, wherever it is', () => {
    const typed = reference.replaceAll('-', '');
    for (let index = 0; index < typed.length; index += 1) {
      for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        const wrong = typed.slice(0, index) + other + typed.slice(index + 1);
        if (wrong !== typed) expect([wrong, checkReference(wrong)]).toEqual([wrong, null]);
      }
    }
  });

  test('two characters that changed places are found', () => {
    const typed = [...reference.replaceAll('-', '')];
    for (let a = 6; a < typed.length - 1; a += 1) {
      for (let b = a + 1; b < typed.length - 1; b += 1) {
        if (typed[a] === typed[b]) continue;
        const wrong = typed.with(a, typed[b] ?? '').with(b, typed[a] ?? '');
        expect(checkReference(wrong.join(''))).toBeNull();
      }
    }
  });

  test('what is too short, too long or empty is none', () => {
    for (const text of ['', 'MS', reference.slice(0, -1), `${reference}2`, 'x'.repeat(10_000)]) expect(checkReference(text)).toBeNull();
  });

  test('a prefix is one to six capital letters', () => {
    expect(() => makeReference('Müll', 2026, bytes)).toThrow(RangeError);
    expect(() => makeReference('MS', 2026, bytes.slice(0, 8))).toThrow(RangeError);
  });
});
