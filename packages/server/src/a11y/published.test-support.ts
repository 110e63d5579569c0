import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describeWith, shared } from '@serviceportal/test-support';
import { packageFrom } from '../preview/preview-packages.js';
import { everybodyCanUse } from './inspected.test-support.js';
import type { Inspected } from './inspected.test-support.js';
import { shownPages } from './shown-pages.test-support.js';

/** A fixed sample, one of each family, chosen for what is in it. */
const sample = [
  'S00000000362V1.0.0', // Gewerbe: wide address groups, one of several
  'S00000000364V1.0.0',
  'S00000000372V1.0.0',
  'S00000000374V1.0.0',
  'S00000000380V1.0.0',
  'S02000000112V1.0.0',
  'S05000001195V2.3.0',
  'S07000000201V1.2.0', // the smallest
  'S07000000218V1.2.0',
  'S07000000227V1.2.0',
  'S07000000250V1.2.0',
  'S07000000260V1.2.0',
];
const hasSchemas = existsSync(join(shared, 'fim'));

function schemasIn(version: 'xdf2' | 'xdf3'): string[] {
  const folder = join(shared, 'fim', version);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(^|\/)S\d[^/]*\.xml$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

const published = (path: string, walks?: number): Inspected => ({
  name: basename(path),
  show: async () => shownPages(await packageFrom(path), walks),
});

/** The sample, looked at sparingly. */
export function sampleOfSchemas(): Inspected[] {
  if (!hasSchemas) return [{ name: 'published schemas: ../shared/fim is not there' }];
  const chosen = schemasIn('xdf3').filter((path) => sample.some((id) => path.includes(`/${id}`)));
  return chosen.map((path) => ({ ...published(path, 1), sparing: true }));
}

/** All of them, in one of several files that share them, so that they run side by side (`npm run test:a11y`). */
export function everybodyCanUseSchemas(part: number, parts: number): void {
  describeWith('shared', 'published schemas', () => {
    const all = hasSchemas ? [...schemasIn('xdf2'), ...schemasIn('xdf3')] : [];
    const mine = all.filter((_path, at) => at % parts === part - 1);
    everybodyCanUse(
      `schemas, part ${part} of ${parts}`,
      mine.map((path) => published(path)),
    );
  });
}
