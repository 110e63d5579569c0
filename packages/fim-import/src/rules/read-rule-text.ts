import type { Statement } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import { settleContradictions } from './contradictions.js';
import { unclearEntries } from './entries.js';
import { withoutImpossible } from './impossible.js';
import { NotUnderstood, TooComplex } from './not-understood.js';
import { withOthers } from './other-values.js';
import { type ReadingNote, RuleCursor } from './rule-cursor.js';
import type { RuleScope } from './rule-scope.js';
import { RuleTextReader } from './rule-text-reader.js';
import { nextSentence, touches } from './sentences.js';

/** What a rule text says, and where understanding of it ended. */
export interface ReadRule {
  /** What may be put in force. */
  readonly statements: readonly Statement[];
  /** Readings that a person should confirm. */
  readonly notes: readonly ReadingNote[];
  /** Sentences that were not understood; empty if all of the text was. */
  readonly failures: readonly NotUnderstood[];
}

/** The longest rule that FIM has published has 1,210 characters. */
const longestText = 20_000;
const tooLong: Message = {
  de: `Der Text ist länger als ${longestText} Zeichen`,
  en: `The text is longer than ${longestText} characters`,
};
const noRule: Message = { de: 'Der Text enthält keine Regel', en: 'The text holds no rule' };
/** Sentences of one rule that are passed over. */
const mostFailures = 20;

/**
 * Reads the German text of a rule. Never guesses: a sentence that is not understood to its end is not used, and where it is
 * about an element that other sentences are about too, they are not used for that element either.
 */
export function readRuleText(text: string, scope: RuleScope): ReadRule {
  try {
    return readSentences(text, scope);
  } catch (error) {
    if (error instanceof TooComplex) return failed(error);
    throw error;
  }
}

function readSentences(text: string, scope: RuleScope): ReadRule {
  if (text.length > longestText) return failed(new NotUnderstood(say(tooLong), 0));
  const cursor = new RuleCursor(text);
  const reader = new RuleTextReader(cursor, scope);
  const failures: NotUnderstood[] = [];
  const missed: string[] = [];
  while (cursor.next.kind !== 'end') {
    const begin = cursor.next.start;
    const failure = attemptSentence(cursor, reader);
    if (failure === undefined) continue;
    failures.push(failure);
    const next = nextSentence(text, failure.offset);
    missed.push(text.slice(begin, next));
    if (next === text.length || failures.length > mostFailures) break;
    cursor.moveTo(next);
  }
  if (reader.statements.all.length === 0) return failed(...(failures.length > 0 ? failures : [new NotUnderstood(say(noRule), 0)]));
  const unclear = unclearEntries(reader.statements.all, scope, reader.together);
  if (unclear !== undefined) return failed(...failures, new NotUnderstood(unclear, 0));
  return judged(reader.statements.all, cursor.notes, failures, missed, scope);
}

const failed = (...failures: readonly NotUnderstood[]): ReadRule => ({ statements: [], notes: [], failures });

function attemptSentence(cursor: RuleCursor, reader: RuleTextReader): NotUnderstood | undefined {
  let failure: NotUnderstood | undefined;
  cursor.attempt(() => {
    try {
      reader.readSentence();
    } catch (error) {
      if (error instanceof NotUnderstood) failure = cursor.furthest ?? error;
      throw error;
    }
  });
  return failure;
}

/** Leaves out what is not safe. */
function judged(
  all: readonly Statement[],
  notes: readonly ReadingNote[],
  failures: readonly NotUnderstood[],
  missed: readonly string[],
  scope: RuleScope,
): ReadRule {
  const safe =
    missed.length === 0 ? all : all.filter(({ target }) => target !== undefined && !missed.some((text) => touches(text, target, scope)));
  const { statements: possible, problem } = withoutImpossible(withOthers(safe), scope);
  const settled = settleContradictions(possible);
  const impossible = problem === undefined ? [] : [new NotUnderstood(problem, notes[0]?.offset ?? 0)];
  return {
    statements: settled.statements,
    notes: [...notes, ...settled.problems.map((message) => ({ message, offset: 0 }))],
    failures: [...failures, ...impossible],
  };
}
