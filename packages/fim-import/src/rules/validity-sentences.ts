import type { Condition } from '@serviceportal/form-engine';
import type { Deed } from './deeds.js';
import { readPredicate } from './predicates.js';
import { quantify, type Quantified, readQuantifiedElements } from './quantifiers.js';
import { readJoinedReferences } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readDateComparison } from './date-comparisons.js';
import { readValue } from './values.js';
import { compare } from './comparisons.js';
import { activate, forbid, require as asked } from './deeds.js';

/** A sentence about several elements together; `all` and `none` of them are what is asked of each. */
export interface ReadSentence {
  readonly deeds: readonly Deed[];
  readonly targets: readonly RuleElement[];
}

/** `Es muss mindestens eines der Felder … befüllt sein`, `Es muss entweder … oder … befüllt werden`, and their variants. */
export function readValiditySentence(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  const before = cursor.attempt(() => readDateSentence(cursor, scope));
  if (before !== undefined) return before;
  const may = cursor.startsWith(() => (cursor.take('es'), cursor.expect('darf|dürfen')));
  const early = cursor.take('es', modal) || cursor.take(modal);
  const sentence: Either = cursor.attempt(() => readEither(cursor, scope)) ?? {
    ...readQuantifiedElements(cursor, scope),
    verb: false,
  };
  const { elements, verb, alternatives } = sentence;
  // `darf nur eines`: or none.
  const quantifier =
    may && typeof sentence.quantifier === 'object' && 'exactly' in sentence.quantifier
      ? { most: sentence.quantifier.exactly }
      : sentence.quantifier;
  const [first, second] = elements;
  if (first === undefined || (second === undefined && typeof quantifier !== 'string'))
    return cursor.fail({ de: 'Erwartet werden mehrere Elemente', en: 'Expected: several elements' });
  if (!early && !verb) cursor.expect(modal);
  const not = cursor.take('nicht');
  const value = cursor.attempt(() => readRequiredValue(cursor, scope, elements));
  if (value !== undefined) return { deeds: [validity(quantifier, value.parts, elements, value.answer)], targets: [] };
  const shown = cursor.take('angezeigt|eingeblendet');
  if (!shown) cursor.expect('befüllt|ausgefüllt|gefüllt|angegeben|ausgewählt|hochgeladen|beigefügt|vorhanden|gewählt|gemacht|eingetragen');
  cursor.expect('sein|werden');
  if (quantifier === 'all' || shown) {
    if (quantifier !== 'all')
      return cursor.fail({ de: 'Welches Element angezeigt wird, ist nicht gesagt', en: 'The text does not say which element is shown' });
    return { deeds: [not ? forbid : shown ? activate : asked], targets: elements };
  }
  if (not)
    return cursor.fail({ de: 'Verneint ist der Satz nicht eindeutig', en: 'With “nicht” the sentence can be read in more than one way' });
  if (alternatives !== undefined) return { deeds: [validity(quantifier, alternatives.map(allFilled), elements, undefined)], targets: [] };
  const parts = elements.map(isFilled);
  return { deeds: [validity(quantifier, parts, elements, undefined)], targets: [] };
}

const modal = 'muss|müssen|soll|sollen|darf|dürfen';

/** Of several elements one: `A oder B`; or of several groups of elements all of one: `A und B oder C und D`. */
interface Either extends Quantified {
  readonly verb: boolean;
  readonly alternatives?: readonly (readonly RuleElement[])[];
}

function readEither(cursor: RuleCursor, scope: RuleScope): Either {
  cursor.expect('entweder');
  const verb = cursor.take(modal);
  const { elements, joint, alternatives } = readJoinedReferences(cursor, scope);
  if (alternatives.length < 2 || (joint !== 'or' && joint !== 'mixed'))
    return cursor.fail({ de: 'Erwartet werden Elemente und „oder“', en: 'Expected: elements and “oder”' });
  if (joint === 'mixed' && alternatives.length === elements.length)
    return cursor.reject({ de: '„und“ und „oder“ sind mit Kommas gemischt', en: '“und” and “oder” are mixed with commas' });
  return { quantifier: { exactly: 1 }, elements, verb, ...(joint === 'mixed' && { alternatives }) };
}

const isFilled = ({ identifier }: RuleElement): Condition => ({ not: { is_empty: { identifier } } });

function allFilled(elements: readonly RuleElement[]): Condition {
  const [only, second] = elements.map(isFilled);
  return only !== undefined && second === undefined ? only : { and: elements.map(isFilled) };
}

/** `den Wert "wahr" haben`, `mit "Ja" beantwortet werden` */
function readRequiredValue(
  cursor: RuleCursor,
  scope: RuleScope,
  elements: readonly RuleElement[],
): { readonly parts: readonly Condition[]; readonly answer: string } {
  const valued = cursor.take('den', 'wert');
  if (!valued) cursor.expect('mit|auf');
  const start = cursor.next.start;
  const parts = cursor.forEach(elements, (element) =>
    compare({ identifier: element.identifier }, 'equal', readValue(cursor, scope, element)),
  );
  const written = cursor.text
    .slice(start, cursor.offset)
    .replace(/["„“”']/g, '')
    .trim();
  const answer = { wahr: 'Ja', true: 'Ja', ja: 'Ja', falsch: 'Nein', false: 'Nein', nein: 'Nein' }[written.toLowerCase()] ?? written;
  if (valued) cursor.expect('haben|enthalten|aufweisen');
  else {
    cursor.expect('beantwortet|belegt|gesetzt');
    cursor.expect('werden|sein');
  }
  return { parts, answer };
}

/** `Das Datum im Feld F1 muss zeitlich vor dem Datum in Feld F2 liegen.` */
function readDateSentence(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  cursor.take('das|der|die');
  cursor.expect('datum|zeitpunkt|wert|tag');
  const { elements } = readJoinedReferences(cursor, scope);
  const [element, second] = elements;
  if (element === undefined || second !== undefined) return cursor.fail({ de: 'Erwartet wird ein Element', en: 'Expected: one element' });
  const may = cursor.take('darf');
  if (!may) cursor.expect('muss|soll');
  const not = may && cursor.take('nicht');
  if (may && !not) return cursor.fail({ de: 'Erwartet wird „nicht“', en: 'Expected: “nicht”' });
  const said = cursor.attempt(() => readDateComparison(cursor, scope, element)) ?? readPredicate(cursor, scope, element).condition;
  cursor.take('liegen|sein');
  const order: Condition = not ? { not: said } : said;
  // Who has not answered both has not broken the order.
  const open = identifiers(order).map((identifier): Condition => ({ is_empty: { identifier } }));
  const message = `Bitte prüfen Sie ${label(element)}: Die Angabe passt nicht zu ${otherLabels(order, element, scope)}.`;
  return { deeds: [{ effect: 'valid', condition: { or: [...open, order] }, message }], targets: [] };
}

const identifiers = (condition: Condition): readonly string[] => [
  ...new Set([...JSON.stringify(condition).matchAll(/"identifier":"([^"]+)"/g)].map((match) => match[1] ?? '')),
];

function otherLabels(condition: Condition, element: RuleElement, scope: RuleScope): string {
  const others = identifiers(condition).filter((identifier) => identifier !== element.identifier);
  const labels = others.flatMap((identifier) =>
    scope
      .below()
      .filter((one) => one.identifier === identifier)
      .map(label),
  );
  return labels.length > 0 ? labels.join(', ') : 'dem verlangten Datum';
}

function validity(
  quantifier: Quantified['quantifier'],
  parts: readonly Condition[],
  elements: readonly RuleElement[],
  answer: string | undefined,
): Deed {
  const labels = elements.map(label);
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

const label = ({ element: { node } }: RuleElement): string => `„${node.label}“`;
