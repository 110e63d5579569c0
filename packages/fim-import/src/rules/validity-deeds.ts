import type { Condition } from '@serviceportal/form-engine';
import type { Deed } from './deeds.js';
import { quantify, type Quantified } from './quantifiers.js';
import type { RuleElement } from './rule-scope.js';

/** A sentence about several elements together; `all` and `none` of them are what is asked of each. */
export interface ReadSentence {
  readonly deeds: readonly Deed[];
  readonly targets: readonly RuleElement[];
}

export const isFilled = ({ identifier }: RuleElement): Condition => ({ not: { is_empty: { identifier } } });

export function allFilled(elements: readonly RuleElement[]): Condition {
  const [only, second] = elements.map(isFilled);
  return only !== undefined && second === undefined ? only : { and: elements.map(isFilled) };
}

/** That so many of several conditions about elements hold. `answer`: the one that is asked for; absent where any will do. */
export function validityOf(
  quantifier: Quantified['quantifier'],
  parts: readonly Condition[],
  elements: readonly RuleElement[],
  answer?: string,
): Deed {
  const labels = elements.map(labelOf);
  return { effect: 'valid', condition: quantify(quantifier, parts), message: messageFor(quantifier, labels, answer) };
}

function messageFor(quantifier: Quantified['quantifier'], labels: readonly string[], answer: string | undefined): string {
  const list = labels.join(', ');
  if (answer !== undefined) {
    if (quantifier === 'none') return `Bitte antworten Sie hier nicht mit „${answer}“: ${list}.`;
    return quantifier === 'all'
      ? `Bitte antworten Sie überall mit „${answer}“: ${list}.`
      : `Bitte antworten Sie ${howOften(quantifier, 'einmal')} mit „${answer}“: ${list}.`;
  }
  if (typeof quantifier !== 'string' && 'exactly' in quantifier && quantifier.exactly === 1) {
    return `Bitte füllen Sie nur eines davon aus: ${labels.join(' oder ')}.`;
  }
  if (quantifier === 'none') return `Bitte lassen Sie leer: ${list}.`;
  return `Bitte füllen Sie ${howOften(quantifier, 'eines')} davon aus: ${list}.`;
}

function howOften(quantifier: Quantified['quantifier'], one: string): string {
  if (typeof quantifier === 'string') return `mindestens ${one}`;
  const [word, count] =
    'least' in quantifier
      ? ['mindestens', quantifier.least]
      : 'most' in quantifier
        ? ['höchstens', quantifier.most]
        : ['genau', quantifier.exactly];
  return `${word} ${count === 1 ? one : String(count)}`;
}

export const labelOf = ({ element: { node } }: RuleElement): string => `„${node.label}“`;
