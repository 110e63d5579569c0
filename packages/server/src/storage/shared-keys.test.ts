import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { browserHandle, codeHandle, linkHandle, resumeCode, unwrapKey, wrapKey } from './shared-keys.js';

const key = randomBytes(32);

it('makes a resume code of 24 signs, 120 bits, another for every nonce', () => {
  expect(resumeCode(key, 'a')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
  expect(resumeCode(key, 'b')).not.toBe(resumeCode(key, 'a'));
  expect(resumeCode(key, 'a')).toBe(resumeCode(key, 'a'));
});

it('opens with the code as people type it, and with no other', () => {
  const code = resumeCode(key, 'a');
  const wrapped = wrapKey(key, codeHandle(code));
  const typed = code.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l');
  expect(unwrapKey(wrapped, codeHandle(` ${typed} `))).toEqual(key);
  expect(unwrapKey(wrapped, codeHandle(resumeCode(key, 'b')))).toBeNull();
});

it('does not open in the place of another holder', () => {
  const secret = randomBytes(32);
  const wrapped = wrapKey(key, browserHandle(secret, 'a'));
  expect(unwrapKey(wrapped, browserHandle(secret, 'b'))).toBeNull();
  expect(linkHandle('x').lookup).not.toBe(codeHandle('x').lookup);
});
