import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { remembered } from './remembered.js';

let folder: string;
let reads: string[];
const read = async (path: string): Promise<string> => {
  reads.push(path.slice(folder.length + 1));
  return readFile(path, 'utf8');
};
/** A file that was last changed so many seconds ago. */
async function file(name: string, content: string, seconds: number): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  const time = new Date(Date.now() - seconds * 1000);
  await utimes(path, time, time);
  return path;
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fim-remembered-'));
  reads = [];
});
afterEach(() => rm(folder, { recursive: true }));

it('reads a file once, and again when it has changed', async () => {
  const one = remembered(5, read);
  const path = await file('a', 'first', 100);
  expect([await one(path), await one(path)]).toEqual(['first', 'first']);
  expect(reads).toEqual(['a']);
  await file('a', 'other', 50);
  expect(await one(path)).toBe('other');
});

it('does not rely on the time of a file that was changed just now', async () => {
  const one = remembered(5, read);
  const path = await file('a', 'first', 0);
  await one(path);
  await file('a', 'other', 0);
  expect(await one(path)).toBe('other');
});

it('forgets the oldest, and remembers no failure', async () => {
  const two = remembered(2, read);
  const paths = [await file('a', 'a', 100), await file('b', 'b', 100), await file('c', 'c', 100)];
  for (const path of paths) await two(path);
  await two(paths[2] ?? '');
  await two(paths[0] ?? '');
  expect(reads).toEqual(['a', 'b', 'c', 'a']);
  await expect(two(join(folder, 'none'))).rejects.toThrow();
});
