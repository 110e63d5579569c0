import { hostileIds, hostileTexts } from './hostile-values.test-support.js';
import type { Random } from './random.test-support.js';

/** Rules as FIM's portal translates them, in every shape of its vocabulary. */
export const translatedRules: unknown = [
  { effect: 'require', target: 'self.F17000009298', condition: { equal: [{ identifier: 'self.F00000003391' }, '999'] } },
  {
    effect: 'forbid',
    target: 'self.G1.F05000016256',
    condition: { not: { not_equal: [{ identifier: 'self.F05000016255' }, true] } },
    message: 'x',
  },
  { effect: 'valid', condition: { or: [{ not: { is_empty: { identifier: 'self.F60000000240' } } }, { identifier: 'self.F60000000242' }] } },
  { effect: 'valid', condition: { and: [{ xor: [true, { equal: [1, 2] }] }, { is_empty: { identifier: 'self' } }] } },
];

const scalars: readonly unknown[] = [
  ...hostileTexts,
  ...hostileIds,
  null,
  true,
  0,
  -1,
  1e308,
  'self',
  'self.',
  'self.F1.',
  'self.__proto__',
  'self.constructor',
  [],
  {},
];
const keywords = [
  'effect',
  'target',
  'condition',
  'and',
  'or',
  'xor',
  'not',
  'equal',
  'not_equal',
  'is_empty',
  'identifier',
  'eval',
  '__proto__',
  'constructor',
] as const;

/** A JSON value with one thing in it changed. */
export function mutatedJson(value: unknown, random: Random): unknown {
  if (random.chance(0.25)) return replaced(value, random);
  if (Array.isArray(value) && value.length > 0) {
    const at = random.between(0, value.length - 1);
    if (random.chance(0.1)) return value.toSpliced(at, 1);
    if (random.chance(0.1)) return value.toSpliced(at, 0, ...Array<unknown>(random.pick([1, 2, 500])).fill(value[at]));
    return value.with(at, mutatedJson(value[at], random));
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const entries = Object.entries(value);
    const at = random.between(0, entries.length - 1);
    const [key, content] = entries[at] ?? ['', undefined];
    if (random.chance(0.1)) return Object.fromEntries(entries.toSpliced(at, 1));
    if (random.chance(0.2)) return Object.fromEntries(entries.with(at, [random.pick([...keywords, ...hostileIds]), content]));
    return Object.fromEntries(entries.with(at, [key, mutatedJson(content, random)]));
  }
  return replaced(value, random);
}

function replaced(value: unknown, random: Random): unknown {
  if (random.chance(0.7)) return random.pick(scalars);
  let nested = value;
  for (let depth = random.pick([1, 20, 300]); depth > 0; depth--) nested = random.chance(0.5) ? { not: nested } : { and: [nested] };
  return nested;
}

/** JSON that is nested deeper than a program that writes it could. */
export const deepJson = (depth: number): string => `[{"effect":"valid","condition":${'{"not":'.repeat(depth)}true${'}'.repeat(depth)}}]`;
