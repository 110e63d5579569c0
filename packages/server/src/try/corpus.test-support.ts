import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeWith, repository, shared } from '@serviceportal/test-support';
import { tryPortal } from './try-portal.js';

function schemas(): string[] {
  const version3 = join(shared, 'fim/xdf3');
  const version2 = join(shared, 'fim/xdf2');
  const inFolder = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => (/^S.*\.xml$/.test(name) ? [join(folder, name)] : []));
  return [...inFolder(version3), ...readdirSync(version2).flatMap((name) => inFolder(join(version2, name)))];
}

/** What docs/fim-coverage.md says was tried. */
const recorded = readFileSync(join(repository, 'docs', 'fim-try-results.jsonl'), 'utf8')
  .trim()
  .split('\n');

/** Every published schema, with the answers that a seed leads to. A file for each seed, so that they run side by side. */
export function triesEverySchema(seed: number): void {
  describeWith('shared', `every published schema goes from the first page to the counterpart, seed ${seed}`, () => {
    it('and there are 72 of them', () => {
      expect(schemas()).toHaveLength(72);
    });

    it('submitted, delivered, and arrived as it was typed', async () => {
      const problems: string[] = [];
      const arrived: string[] = [];
      for (const path of schemas()) {
        const { schema, problem, delivered } = await tryPortal(path, { seed });
        arrived.push(JSON.stringify({ schema, seed, delivered }));
        if (!delivered) problems.push(`${path}: ${problem ?? 'not delivered'}`);
      }
      expect(problems).toEqual([]);
      const before = recorded.filter((line) => line.includes(`"seed":${seed},`));
      if (before.length > 0) expect(arrived.sort()).toEqual(before);
    }, 900_000);
  });
}
