import { expect, it } from '@jest/globals';
import { freshBytes } from './fresh-bytes.js';

it('gives out nothing twice, and nothing that changes later', () => {
  const given = Array.from({ length: 2_000 }, () => freshBytes(12));
  const texts = given.map((bytes) => bytes.toString('hex'));
  expect(new Set(texts).size).toBe(2_000);
  expect(given.every((bytes) => bytes.length === 12 && bytes.some((byte) => byte !== 0))).toBe(true);
  freshBytes(4096);
  expect(given.map((bytes) => bytes.toString('hex'))).toEqual(texts);
});
