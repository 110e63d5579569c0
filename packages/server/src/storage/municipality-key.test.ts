import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { municipalityKey } from './municipality-key.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serviceportal-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is created once, readable by its owner only, and stays', () => {
  const file = join(folder, 'key');
  const key = municipalityKey(file, undefined);
  expect(key).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(municipalityKey(file, undefined)).toEqual(key);
  expect(readdirSync(folder)).toEqual(['key']);
});

it('comes from the environment where it is given, and then no file is written', () => {
  expect(municipalityKey(join(folder, 'key'), 'ab'.repeat(32))).toEqual(Buffer.alloc(32, 0xab));
  expect(readdirSync(folder)).toEqual([]);
});

it('is never replaced when it cannot be read', () => {
  const file = join(folder, 'key');
  writeFileSync(file, 'not a key');
  expect(() => municipalityKey(file, undefined)).toThrow('64 hexadecimal digits');
  expect(readFileSync(file, 'utf8')).toBe('not a key');
});
