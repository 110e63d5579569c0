import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '@serviceportal/test-support';

export { contentOf } from './content-of.test-support.js';

export const fim = join(shared, 'fim');

/** Schemas below these folders of the reference data, as paths from it. Empty where it is not at hand. */
export const schemasIn = (...folders: readonly string[]): readonly string[] =>
  existsSync(fim)
    ? folders.flatMap((folder) =>
        readdirSync(join(fim, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => /(^|\/)S\d[^/]*\.xml$/.test(name))
          .map((name) => join(folder, name))
          .sort(),
      )
    : [];
