import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repository } from '@serviceportal/test-support';

interface Sequencer {
  readonly longest: readonly string[];
  readonly default: new () => { sort(tests: readonly object[]): readonly { readonly path: string }[] };
}

const read = async (): Promise<Sequencer> => (await import(join(repository, 'tools/longest-first.mjs'))) as Sequencer;

it('knows no test file that is not there', async () => {
  const { longest } = await read();
  expect(longest.filter((name) => !existsSync(join(repository, name)))).toEqual([]);
});

it('takes the longest files first, then those with a browser, then the largest', async () => {
  const { longest, default: LongestFirst } = await read();
  const sizes: Record<string, number> = { '/x/small.test.ts': 1, '/x/large.test.ts': 9, '/x/browser/some.test.ts': 1 };
  const context = { hasteFS: { getSize: (path: string) => sizes[path] ?? null } };
  const paths = [
    ...Object.keys(sizes),
    ...longest
      .slice(0, 2)
      .map((name) => `/clone/${name}`)
      .reverse(),
  ];
  const sorted = new LongestFirst().sort(paths.map((path) => ({ context, path })));
  expect(sorted.map(({ path }) => path)).toEqual([
    ...longest.slice(0, 2).map((name) => `/clone/${name}`),
    '/x/browser/some.test.ts',
    '/x/large.test.ts',
    '/x/small.test.ts',
  ]);
});
