import { type BaseInput, type baseInputs } from './base-inputs.test-support.js';
import { byteMutations } from './mutate-bytes.test-support.js';
import { deepJson, mutatedJson, translatedRules } from './mutate-json.test-support.js';
import { notationMutations } from './mutate-notation.test-support.js';
import { structureMutations } from './mutate-structure.test-support.js';
import { valueMutations } from './mutate-values.test-support.js';
import { Random } from './random.test-support.js';

/** A damaged input. The same number gives the same bytes. */
export interface Mutant {
  readonly number: number;
  readonly kind: 'schema' | 'codelist' | 'translated-rules';
  readonly base: string;
  /** What was done to it, in order. */
  readonly mutations: readonly string[];
  readonly bytes: Buffer;
}

export const describeMutant = ({ number, kind, base, mutations, bytes }: Mutant): string =>
  `mutant ${number} (${kind} ${base}, ${bytes.length} bytes: ${mutations.join(', ')})`;

/** Every so many mutants one of a large file. */
const largeEvery = 500;
/** What doubling may come to. */
const longest = 400_000;

export function mutantOf(number: number, bases: ReturnType<typeof baseInputs>): Mutant {
  const random = new Random(number);
  if (number % largeEvery === largeEvery - 1) return xmlMutant(number, random, random.pick(bases.large), 1);
  const mutations = random.pick([1, 1, 1, 2, 2, 3, 5]);
  const draw = random.next();
  if (draw < 0.05) return jsonMutant(number, random, mutations);
  if (draw < 0.15) return xmlMutant(number, random, random.pick(bases.codelists), mutations);
  return xmlMutant(number, random, random.pick(draw < 0.25 ? bases.small : bases.excerpts), mutations);
}

function xmlMutant(number: number, random: Random, { name, text }: BaseInput, count: number): Mutant {
  const done: string[] = [];
  let current = text();
  const most = Math.max(longest, 2 * current.length);
  let bytes: Buffer | undefined;
  for (let left = count; left > 0; left--) {
    const draw = random.next();
    if (bytes !== undefined || draw < 0.1) {
      const [what, damage] = random.pick(Object.entries(byteMutations));
      bytes = damage(bytes ?? Buffer.from(current), random);
      done.push(what);
    } else {
      const mutations = draw < 0.35 ? structureMutations : draw < 0.43 ? notationMutations : valueMutations;
      const [what, damage] = random.pick(Object.entries(mutations));
      const damaged = damage(current, random);
      if (damaged.length <= most) current = damaged;
      done.push(damaged.length <= most ? what : `${what} (too long)`);
    }
  }
  const kind =
    /<[\w:]*CodeList\b/.test(current.slice(0, 3_000)) || name.includes('genericode') || name.startsWith('codelists')
      ? 'codelist'
      : 'schema';
  return { number, kind, base: name, mutations: done, bytes: bytes ?? Buffer.from(current) };
}

function jsonMutant(number: number, random: Random, count: number): Mutant {
  const common = { number, kind: 'translated-rules', base: 'rules.json' } as const;
  if (random.chance(0.03)) {
    return { ...common, mutations: ['nested deeply'], bytes: Buffer.from(deepJson(random.pick([100, 10_000, 1_000_000]))) };
  }
  let value = translatedRules;
  for (let left = count; left > 0; left--) value = mutatedJson(value, random);
  return { ...common, mutations: [`${count} members changed`], bytes: Buffer.from(JSON.stringify(value)) };
}
