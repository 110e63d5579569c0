import type { Outcome } from './clauses.js';
import { forbid, infinitives, participles } from './deeds.js';
import { readReferences } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleScope } from './rule-scope.js';

/** Clauses whose negation stands before the elements. */
export function readNegativeClause(cursor: RuleCursor, scope: RuleScope): Outcome {
  return cursor.attempt(() => readNeither(cursor, scope)) ?? readNoAnswers(cursor, scope);
}

/** `weder A noch B dürfen befüllt werden`, `dürfen weder A noch B angezeigt werden` */
function readNeither(cursor: RuleCursor, scope: RuleScope): Outcome {
  const verbs = 'darf|dürfen|wird|werden|ist|sind|soll|sollen|muss|müssen';
  const allowing = cursor.startsWith(() => cursor.expect('muss|müssen'));
  const early = cursor.take(verbs);
  cursor.expect('weder');
  const targets = [...readReferences(cursor, scope)];
  cursor.expect('noch');
  targets.push(...readReferences(cursor, scope));
  while (cursor.take('noch')) targets.push(...readReferences(cursor, scope));
  const optional = allowing || cursor.startsWith(() => cursor.expect('muss|müssen'));
  if (!early) cursor.expect(verbs);
  if (!cursor.take(`${participles.entered}|${participles.shown}`)) cursor.expect('zu', infinitives.entered);
  cursor.take('werden|sein');
  // `muss nicht befüllt werden` leaves it to the person.
  return { deeds: optional ? [] : [forbid], targets };
}

/** `dürfen keine Angaben in A gemacht werden`, `sind keine Angaben in A erforderlich` */
function readNoAnswers(cursor: RuleCursor, scope: RuleScope): Outcome {
  cursor.expect('darf|dürfen|sind|ist');
  cursor.expect('keine', 'angabe|angaben|eingabe|eingaben|einträge');
  cursor.expect('in|im|zu|zum|zur|bei');
  const targets = readReferences(cursor, scope);
  const optional = cursor.take('erforderlich|notwendig');
  if (!optional && !cursor.take('gemacht|eingetragen|vorgenommen|zulässig|erlaubt|möglich')) cursor.expect('zu', 'machen');
  cursor.take('werden|sein');
  return { deeds: optional ? [] : [forbid], targets };
}
