import { expect, it } from '@jest/globals';
import { masked, unmasked } from './masked.js';

it('gives the token back, in other letters each time', () => {
  const [first, second] = [masked('geheim-1'), masked('geheim-1')];
  expect(first).not.toBe(second);
  expect([unmasked(first), unmasked(second)]).toEqual(['geheim-1', 'geheim-1']);
});

it('makes no token of what is none', () => {
  for (const text of ['', 'geheim-1', 'ä', 'A'.repeat(1000), `${masked('geheim-1')}AA`]) expect(unmasked(text)).not.toBe('geheim-1');
});
