import type { Condition } from '@serviceportal/form-engine';
import { readPredicate } from './predicates.js';
import { type Quantified, readQuantifiedElements } from './quantifiers.js';
import { readJoinedReferences, readReference } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readDateComparison } from './date-comparisons.js';
import { readValue } from './values.js';
import { compare } from './comparisons.js';
import { activate, forbid, infinitives, mandatory, require as asked } from './deeds.js';
import { allFilled, isFilled, labelOf, type ReadSentence, validityOf } from './validity-deeds.js';
import { readCountSentence } from './count-sentences.js';
import { readHowManySentence } from './how-many-sentences.js';

/** `Es muss mindestens eines der Felder … befüllt sein`, `Es muss entweder … oder … befüllt werden`, and their variants. */
export function readValiditySentence(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  const before = cursor.attempt(() => readDateSentence(cursor, scope));
  if (before !== undefined) return before;
  const howMany = cursor.attempt(() => readHowManySentence(cursor, scope)) ?? cursor.attempt(() => [readCountSentence(cursor, scope)]);
  if (howMany !== undefined) return 'deeds' in howMany ? howMany : { deeds: howMany, targets: [] };
  const may = cursor.startsWith(() => (cursor.take('es'), cursor.expect('darf|dürfen')));
  const zu = cursor.take('es', 'ist|sind') || cursor.take('ist|sind');
  const early = zu || cursor.take('es', modal) || cursor.take(modal);
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
  if (may && (quantifier === 'any' || (typeof quantifier === 'object' && 'least' in quantifier))) {
    return cursor.fail({ de: 'Es fehlt „nur“ oder „höchstens“', en: '“nur” or “höchstens” is missing' });
  }
  const [first, second] = elements;
  if (first === undefined || (second === undefined && typeof quantifier !== 'string'))
    return cursor.fail({ de: 'Erwartet werden mehrere Elemente', en: 'Expected: several elements' });
  const infinitive = zu || (!early && !verb && cursor.take('ist|sind'));
  if (infinitive) {
    if (quantifier === 'all' || quantifier === 'none') return cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' });
    if (!cursor.take('zu', 'befüllen|machen') && !cursor.take('ein|eine', mandatory) && !cursor.take(mandatory))
      cursor.expect(infinitives.entered);
    const all = alternatives?.map(allFilled) ?? elements.map(isFilled);
    return { deeds: [validityOf(quantifier, all, elements)], targets: [] };
  }
  if (!early && !verb) cursor.expect(modal);
  const not = cursor.take('nicht');
  const value = cursor.attempt(() => readRequiredValue(cursor, scope, elements));
  if (value !== undefined) return { deeds: [validityOf(quantifier, value.parts, elements, value.answer)], targets: [] };
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
  if (alternatives !== undefined) return { deeds: [validityOf(quantifier, alternatives.map(allFilled), elements)], targets: [] };
  const parts = elements.map(isFilled);
  return { deeds: [validityOf(quantifier, parts, elements)], targets: [] };
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
  const named = cursor.take('das|der|die');
  if (!named && cursor.next.kind === 'id') return readBareOrder(cursor, scope);
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
  return orderOf(order, element, scope);
}

/** Who has not answered both has not broken the order. */
function orderOf(order: Condition, element: RuleElement, scope: RuleScope): ReadSentence {
  const open = identifiers(order).map((identifier): Condition => ({ is_empty: { identifier } }));
  const message = `Bitte prüfen Sie ${labelOf(element)}: Die Angabe passt nicht zu ${otherLabels(order, element, scope)}.`;
  return { deeds: [{ effect: 'valid', condition: { or: [...open, order] }, message }], targets: [] };
}

/** `F6 >= F5`, and nothing else. */
function readBareOrder(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  const element = readReference(cursor, scope);
  if (!/^(?:[<>]=?|=[<>]|[≤≥])$/u.test(cursor.next.text))
    return cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  const order = cursor.attempt(() => readDateComparison(cursor, scope, element)) ?? readPredicate(cursor, scope, element).condition;
  return orderOf(order, element, scope);
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
      .map(labelOf),
  );
  return labels.length > 0 ? labels.join(', ') : 'dem verlangten Datum';
}
