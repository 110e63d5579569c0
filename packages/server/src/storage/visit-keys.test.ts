import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { accessDigest, codeDigest, draftKey, formToken, retrievalCode } from './visit-keys.js';

const visit = randomBytes(32);

it('derives another value for every purpose and application', () => {
  const values = [draftKey(visit, 'a').toString('hex'), draftKey(visit, 'b').toString('hex'), accessDigest(visit, 'a'), formToken(visit)];
  expect(new Set(values).size).toBe(4);
  expect(draftKey(randomBytes(32), 'a')).not.toEqual(draftKey(visit, 'a'));
});

it('makes an Abrufcode of twelve signs that can be read out', () => {
  expect(retrievalCode(visit, 'a')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

it('takes an Abrufcode as people type it', () => {
  const digest = codeDigest('0A1B-C2D3-E4F5', 'PR-1');
  for (const typed of ['0a1b c2d3 e4f5', 'OA1BC2D3E4F5', '0Ai b-C2D3.E4F5', ' 0A1B-C2D3-E4F5 '])
    expect(codeDigest(typed, 'PR-1')).toBe(digest);
  expect(codeDigest('0A1B-C2D3-E4F5', 'PR-2')).not.toBe(digest);
});
