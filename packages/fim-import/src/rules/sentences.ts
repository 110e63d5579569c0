import type { RuleScope } from './rule-scope.js';

/** Words with which a sentence begins that can be read by itself. */
const beginning = /[.;\n]\s*(?=(?:wenn|falls|sofern|für|das|die|der|es|im|in|bei|mindestens|entweder|höchstens|genau)\b)/giu;

/** Where the next sentence begins after understanding ended; the length of the text if none does. */
export function nextSentence(text: string, offset: number): number {
  beginning.lastIndex = offset;
  const found = beginning.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

/**
 * Could a sentence that was not understood be about an element? Yes, if it names it, something around it or in it, or
 * nothing that is there.
 */
export function touches(sentence: string, target: string, scope: RuleScope): boolean {
  const named = [...sentence.matchAll(/[FG]\d{3,13}(?:\.[FG]\d{3,13})*/gu)].map(([id]) => scope.resolve(id)?.identifier);
  if (named.length === 0) return true;
  return named.some((identifier) => identifier === undefined || within(identifier, target) || within(target, identifier));
}

const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);
