import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { excerptOf } from './excerpt.test-support.js';
import { Random } from './random.test-support.js';
import { slicesOf } from './xml-slices.test-support.js';

/** What mutants are made from. */
export interface BaseInput {
  /** Path from the reference data; `#2` for the second excerpt of a file. */
  readonly name: string;
  readonly text: () => string;
}

const excerptsOfEach = 5;
const mostForWhole = 130_000;
const leastForLarge = 1_000_000;

/**
 * The real files, and excerpts of them.
 * @param fim the folder `fim` of the reference data
 */
export function baseInputs(fim: string): { readonly [kind in 'excerpts' | 'small' | 'large' | 'codelists']: readonly BaseInput[] } {
  const filesIn = (...folders: readonly string[]): readonly string[] =>
    folders.flatMap((folder) =>
      readdirSync(join(fim, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(folder, name))
        .sort(),
    );
  const read = (name: string): string => readFileSync(join(fim, name), 'utf8');
  const whole = (name: string): BaseInput => ({ name, text: () => read(name) });
  const size = (name: string): number => statSync(join(fim, name)).size;
  const schemas = filesIn('xdf3', 'xdf2', 'converted').filter((name) => /S\d[^/]*$/.test(name));
  const lists = filesIn('codelists', 'xdf2').filter((name) => !schemas.includes(name));
  return {
    excerpts: schemas.flatMap((name, index) => excerptsIn(name, read(name), index)),
    small: [...filesIn('negative'), ...schemas.filter((name) => size(name) < mostForWhole)].map(whole),
    large: [...schemas, ...lists].filter((name) => size(name) >= leastForLarge).map(whole),
    codelists: lists.filter((name) => size(name) < mostForWhole).map(whole),
  };
}

function excerptsIn(name: string, text: string, index: number): readonly BaseInput[] {
  const slices = slicesOf(text);
  const random = new Random(index);
  return Array.from({ length: excerptsOfEach }, (_, count) => {
    const excerpt = excerptOf(text, slices, random) ?? '';
    return { name: `${name}#${count + 1}`, text: always(excerpt) };
  });
}

/** Made out here, it holds on to the excerpt alone and not to the file that it is from. */
const always =
  (text: string): (() => string) =>
  () =>
    text;
