import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeWith, repository, shared } from '@serviceportal/test-support';
import { createChance } from './values/chance.js';
import { patternText } from './values/pattern-text.js';
import { tryPortal } from './try-portal.js';

it.each([
  '\\d{5}',
  '[A-ZÄÖÜ][a-zäöüß]+(-[A-Z][a-z]+)?',
  '(?:DE)?[0-9]{2}( ?\\d{4}){4,5}',
  '^(0|[1-9]\\d*)$',
  '[^0-9]{3,7}',
  'a|bc|d{2,3}',
  '[\\w.-]+@[\\w-]+\\.[a-z]{2,}',
])('writes texts that match %s', (pattern) => {
  const chance = createChance(7);
  for (let count = 0; count < 50; count++) expect(patternText(pattern, chance, 'any')).toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
});

it.each([1, 2, 3])('fills in and hands over the dog tax, seed %i', async (seed) => {
  expect(await tryPortal(join(repository, 'services/hundesteuer'), { seed })).toMatchObject({ submitted: true, delivered: true });
});

it('says what is wrong with a file that is no schema', async () => {
  const result = await tryPortal(join(repository, 'package.json'), { seed: 1 });
  expect(result).toMatchObject({ submitted: false, delivered: false });
  expect(result.problem).toContain('package.json');
});

describeWith('shared', 'schemas of FIM', () => {
  it.each(['S00000000392V1.1.0_xdf3.xml', 'S05000001299V1.0.0_xdf3.xml'])(
    '%s goes from the first page to the counterpart',
    async (name) => {
      const result = await tryPortal(join(shared, 'fim/xdf3', name), { seed: 2 });
      expect(result.problem).toBeUndefined();
      expect(result.delivered).toBe(true);
    },
  );
});
