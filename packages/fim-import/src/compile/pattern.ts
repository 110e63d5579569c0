import { createRequire } from 'node:module';
import type { checkSync } from 'recheck';
import type { Message } from '../language.js';
import { isPlain } from './plain-pattern.js';

/** Longer ones are no human's work. */
const longestPattern = 1_000;

/** Milliseconds after which a pattern counts as one that cannot be judged. The limits of the search end it long before that. */
const longestJudgement = 15_000;

/**
 * Repetitions are written out for the analysis and for the match: larger counts than real patterns have take all the time and memory
 * there is. Referring back to what was matched (`\1`) is beyond the patterns of XML Schema and can only be judged by trying.
 */
const isTooCostly = (pattern: string): boolean =>
  // A sign after a backslash belongs to it: `\\1` is a backslash and a digit, `\{1000` a brace and digits.
  (pattern.match(/\\[^]|\{\d{4,}|\{\d*,\d{4,}/g) ?? []).some((part) => part.startsWith('{') || /[1-9k]/.test(part));

/** Patterns of the harmonised BOB elements, in nearly every schema: judged once, by the test beside this file. */
export const wellKnownPatterns: readonly string[] = [
  '([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}',
  '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}',
];

/** `undecided`: the analysis was given up. */
export type VettedPattern = { readonly pattern: string } | { readonly problem: Message; readonly undecided?: true };

/** Judgements that are remembered; a server that previews schemas all day must not collect them. */
const mostRemembered = 500;

const vetted = new Map<string, VettedPattern>(wellKnownPatterns.map((pattern) => [pattern, { pattern }]));

/**
 * Vets a pattern of a foreign schema. HTML semantics: the whole value must match; the `v` flag where it compiles with it, else
 * `u` (many real patterns have an unescaped `-` in a class). Patterns that take more than linear time on some text are
 * refused, and so are those that cannot be judged in time.
 */
export function vetPattern(source: string): VettedPattern {
  if (source.length > longestPattern)
    return { problem: { de: `ist länger als ${longestPattern} Zeichen`, en: `has more than ${longestPattern} characters` } };
  const pattern = source.replace(/^\^/, '').replace(/(?<!\\)((?:\\\\)*)\$$/, '$1');
  const known = vetted.get(pattern);
  if (known !== undefined) return known;
  const result = judged(pattern);
  if (vetted.size < mostRemembered) vetted.set(pattern, result);
  return result;
}

function judged(pattern: string): VettedPattern {
  if (!compiles(pattern, 'v') && !compiles(pattern, 'u'))
    return { problem: { de: 'ist kein gültiger regulärer Ausdruck', en: 'is no valid regular expression' } };
  if (!isPlain(pattern) && isTooCostly(pattern))
    return {
      problem: {
        de: 'wiederholt mehr als 999-mal oder greift auf Gefundenes zurück und wurde nicht untersucht',
        en: 'repeats more than 999 times or refers back to what it matched, and was not examined',
      },
    };
  const status = isPlain(pattern) ? 'safe' : analysed(pattern, longestJudgement);
  if (status === 'safe') return canRun(pattern) ? { pattern } : { problem: { de: 'ist zu groß', en: 'is too large' } };
  const problem = { de: 'könnte die Prüfung beliebig lange dauern lassen', en: 'could make the check last any length of time' };
  return { problem, ...(status === 'unknown' && { undecided: true }) };
}

/**
 * Large automata are tried with random texts: always the same ones, and as many on a busy machine as on an idle one, so that a schema
 * always compiles to the same form; and so few that the e-mail pattern of the BOB elements takes some 0.1 s.
 */
const search = {
  randomSeed: 0,
  maxNFASize: 3_000,
  maxInitialGenerationSize: 20,
  seedingLimit: 100,
  maxIteration: 2,
  maxGenerationSize: 10,
  crossoverSize: 10,
  mutationSize: 20,
  maxGeneStringSize: 200,
  incubationLimit: 5_000,
  maxAttackStringSize: 20_000,
  attackLimit: 1_000_000,
};

/**
 * Ambiguous repetition (`(a|a)*`, `(a+)+`) is found by an analysis of the automaton, not by the look of the pattern.
 * @param patience milliseconds
 */
export const isLinear = (pattern: string, patience: number): boolean => analysed(pattern, patience) === 'safe';

function analysed(pattern: string, patience: number): 'safe' | 'vulnerable' | 'unknown' {
  // Loading takes 0.1 s and most schemas have well-known patterns only.
  const recheck = createRequire(import.meta.url)('recheck') as { checkSync: typeof checkSync };
  const options = { ...search, timeout: patience, seedingTimeout: patience, incubationTimeout: patience, attackTimeout: patience };
  return recheck.checkSync(`^(?:${pattern})$`, 'u', options).status;
}

/** `(a{1,1000}){1,1000}`: that a pattern is too large shows only when it runs. Never called before it was judged. */
function canRun(pattern: string): boolean {
  try {
    return typeof new RegExp(`^(?:${pattern})$`, compiles(pattern, 'v') ? 'v' : 'u').test('') === 'boolean';
  } catch {
    return false;
  }
}

/** Does the pattern, as a whole-value match, compile with this flag? */
export function compiles(pattern: string, flag: 'u' | 'v'): boolean {
  try {
    // Checked alone first: `a)|(b` would compile inside the brackets.
    return new RegExp(pattern, flag) instanceof RegExp && new RegExp(`^(?:${pattern})$`, flag) instanceof RegExp;
  } catch {
    return false;
  }
}
