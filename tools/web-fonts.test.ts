import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repository } from '@serviceportal/test-support';

const folder = join(repository, 'packages/form-engine/assets-generated');
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
const file = (name: string): string => join(folder, manifest[name] ?? name);

it('keeps the fonts that every page loads below 60 kB', () => {
  const sizes = ['FiraSans-Regular.woff2', 'FiraSans-SemiBold.woff2'].map((name) => statSync(file(name)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60_000);
});

it('has both parts of a font in the style sheet, the one for nearly every page last, so that it wins', () => {
  const css = readFileSync(file('portal.css'), 'utf8');
  for (const name of ['FiraSans-Regular', 'FiraSans-SemiBold']) {
    const [basic, further] = [css.indexOf(manifest[`${name}.woff2`] ?? '-'), css.indexOf(manifest[`${name}-further.woff2`] ?? '-')];
    expect(further).toBeGreaterThan(0);
    expect(basic).toBeGreaterThan(further);
  }
});
