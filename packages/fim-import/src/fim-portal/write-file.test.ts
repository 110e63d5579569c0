import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writeWhole } from './write-file.js';

const root = mkdtempSync(join(tmpdir(), 'fim-write-'));
afterAll(() => rmSync(root, { recursive: true }));

test('writes into a folder that is not there yet, and replaces what is there', async () => {
  const path = join(root, 'a', 'b.txt');
  await writeWhole(path, 'one');
  await writeWhole(path, Buffer.from('two'));
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(root, 'a'))).toEqual(['b.txt']);
});

test('leaves nothing half done', async () => {
  mkdirSync(join(root, 'c', 'taken', 'full'), { recursive: true });
  await expect(writeWhole(join(root, 'c', 'taken'), 'x')).rejects.toThrow();
  expect(readdirSync(join(root, 'c'))).toEqual(['taken']);
});
