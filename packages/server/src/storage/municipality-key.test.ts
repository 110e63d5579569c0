import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { keysInFile, replaceKeys } from './key-file.js';
import { municipalityKey } from './municipality-key.js';
import { seal, unseal } from './sealing.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serviceportal-key-'));
  file = join(folder, 'key');
});
afterEach(() => rmSync(folder, { recursive: true }));

const plain = Buffer.from('Straße 1');
const [older, newer] = [Buffer.alloc(32, 0xab), Buffer.alloc(32, 0xcd)];

it('is created once, readable by its owner only, and stays', () => {
  const sealed = municipalityKey(file, undefined).seal(plain, 'a');
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(municipalityKey(file, undefined).open(sealed, 'a')).toEqual(plain);
  expect(municipalityKey(file, undefined).open(sealed, 'b')).toBeNull();
  expect(readdirSync(folder)).toEqual(['key']);
});

it('comes from the environment where it is given, with earlier ones after it, and then no file is written', () => {
  const key = municipalityKey(file, `${'cd'.repeat(32)}, ${'ab'.repeat(32)}\n`);
  expect(key.open(seal(plain, older, 'a'), 'a')).toEqual(plain);
  expect(unseal(key.seal(plain, 'a'), newer, 'a')).toEqual(plain);
  expect(readdirSync(folder)).toEqual([]);
});

it('is never replaced when it cannot be read', () => {
  writeFileSync(file, 'not a key');
  expect(() => municipalityKey(file, undefined)).toThrow('64 hexadecimal digits');
  expect(readFileSync(file, 'utf8')).toBe('not a key');
});

it('that is replaced in its file is used at once by a process that runs, and the earlier one still opens', () => {
  writeFileSync(file, older.toString('hex'));
  const running = municipalityKey(file, undefined);
  const before = running.seal(plain, 'a');
  replaceKeys(file, [newer, older]);
  expect(unseal(running.seal(plain, 'a'), newer, 'a')).toEqual(plain);
  expect(running.open(before, 'a')).toEqual(plain);
  expect(keysInFile(file)).toEqual([newer, older]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  replaceKeys(file, [newer]);
  expect(running.open(before, 'a')).toBeNull();
  expect(readdirSync(folder)).toEqual(['key']);
});
