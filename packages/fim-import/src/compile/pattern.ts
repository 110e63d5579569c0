import { createRequire } from 'node:module';
import type { checkSync } from 'recheck';
import type { Message } from '../language.js';
import { isPlain } from './plain-pattern.js';

/** Longer ones are no human's work. */
const longestPattern = 1_000;

/** Milliseconds after which a pattern counts as one that cannot be judged: more than any real one needs on a busy machine. */
const longestJudgement = 15_000;

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
  const status = isPlain(pattern) ? 'safe' : analysed(pattern, longestJudgement);
  if (status === 'safe') return canRun(pattern) ? { pattern } : { problem: { de: 'ist zu groß', en: 'is too large' } };
  const problem = { de: 'könnte die Prüfung beliebig lange dauern lassen', en: 'could make the check last any length of time' };
  return { problem, ...(status === 'unknown' && { undecided: true }) };
}

/**
 * Ambiguous repetition (`(a|a)*`, `(a+)+`) is found by an analysis of the automaton, not by the look of the pattern.
 * @param patience milliseconds
 */
export const isLinear = (pattern: string, patience: number): boolean => analysed(pattern, patience) === 'safe';

function analysed(pattern: string, patience: number): 'safe' | 'vulnerable' | 'unknown' {
  // Loading takes 0.1 s and most schemas have well-known patterns only.
  const recheck = createRequire(import.meta.url)('recheck') as { checkSync: typeof checkSync };
  // Large automata are tried with random texts: always the same ones, and as many on a busy machine as on an idle one, so that a
  // schema always compiles to the same form.
  const options = { timeout: patience, seedingTimeout: patience, incubationTimeout: patience, randomSeed: 0 };
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
