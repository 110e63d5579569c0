import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeWith, repository, shared } from '@serviceportal/test-support';
import { tryPortal } from './try-portal.js';

function schemas(): string[] {
  const version3 = join(shared, 'fim/xdf3');
  if (!existsSync(version3)) return [];
  const version2 = join(shared, 'fim/xdf2');
  const inFolder = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => (/^S.*\.xml$/.test(name) ? [join(folder, name)] : []));
  return [...inFolder(version3), ...readdirSync(version2).flatMap((name) => inFolder(join(version2, name)))];
}

/** What docs/fim-coverage.md says was tried. */
const recorded = readFileSync(join(repository, 'docs', 'fim-try-results.jsonl'), 'utf8')
  .trim()
  .split('\n');

/** `npm run test:try` takes every schema with three seeds; otherwise every second one has one of them, in turn. */
const seeds = [1, 2, 3];
const all = process.env['TRY'] === 'all';

/** Published schemas, filled in as a person would. One of several files that share the schemas, so that they run side by side. */
export function triesEverySchema(part: number, parts: number): void {
  const walks = schemas().flatMap((path, at) =>
    seeds.filter((seed) => all || (at % 2 === 0 && seed === (at % 3) + 1)).map((seed) => ({ path, seed })),
  );
  describeWith('shared', `published schemas go from the first page to the counterpart, part ${part} of ${parts}`, () => {
    it('and there are 72 of them', () => {
      expect(schemas()).toHaveLength(72);
    });

    it('submitted, delivered, and arrived as it was typed', async () => {
      const problems: string[] = [];
      const unrecorded: string[] = [];
      for (const { path, seed } of walks.filter((_walk, at) => at % parts === part - 1)) {
        const { schema, problem, delivered } = await tryPortal(path, { seed });
        const line = JSON.stringify({ schema, seed, delivered });
        if (!delivered) problems.push(`${path}, seed ${seed}: ${problem ?? 'not delivered'}`);
        if (!recorded.includes(line)) unrecorded.push(line);
      }
      expect(problems).toEqual([]);
      expect(unrecorded).toEqual([]);
    }, 1_800_000);
  });
}
