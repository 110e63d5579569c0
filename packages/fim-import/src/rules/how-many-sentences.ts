import { forbid } from './deeds.js';
import { type Quantifier, readQuantifier } from './quantifiers.js';
import { nouns, readBothReferences, readListedReferences, readReferences } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { isFilled, type ReadSentence, validityOf } from './validity-deeds.js';

const modal = 'muss|müssen|soll|sollen|darf|dürfen';
const entered = 'befüllt|ausgefüllt|gefüllt|angegeben|ausgewählt|hochgeladen|beigefügt|vorhanden|gewählt|gemacht|eingetragen';

/** How many of several elements, with the elements before or behind what is said of them. */
export function readHowManySentence(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  return (
    cursor.attempt(() => readOfThese(cursor, scope)) ??
    cursor.attempt(() => readOfFollowing(cursor, scope)) ??
    cursor.attempt(() => readNone(cursor, scope)) ??
    readNotTogether(cursor, scope)
  );
}

/** `Von den Feldern F1, F2 muss mindestens eines befüllt sein` */
function readOfThese(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  cursor.expect('von');
  cursor.take('den');
  cursor.take('beiden|drei|vier|folgenden');
  cursor.take(nouns);
  const elements = readReferences(cursor, scope);
  const may = cursor.startsWith(() => cursor.expect('darf|dürfen'));
  const zu = !cursor.take(modal);
  if (zu) cursor.expect('ist|sind');
  const quantifier = readQuantifier(cursor);
  takeEntered(cursor, zu);
  return sentence(cursor, quantifier, elements, may);
}

/** `Es muss mindestens eines der folgenden Felder befüllt sein: F1, F2` */
function readOfFollowing(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  cursor.take('es');
  const early = takeModal(cursor);
  const quantifier = readQuantifier(cursor);
  cursor.take('von');
  cursor.expect('der', 'folgenden|nachfolgenden');
  cursor.expect(nouns);
  const verb = early ?? takeModal(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Verb', en: 'Expected: a verb' });
  takeEntered(cursor, verb === 'zu');
  if (!cursor.takeMark(':')) cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
  return sentence(cursor, quantifier, readListedReferences(cursor, scope), verb === 'may');
}

/** `Keines der Felder F1, F2 darf befüllt sein`, `darf keines der Felder …`: none of them is asked. */
function readNone(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  cursor.take('es');
  const early = cursor.take('darf|dürfen');
  cursor.expect('keines|keine|keiner', 'der');
  cursor.take('folgenden|beiden');
  cursor.expect(nouns);
  const targets = readReferences(cursor, scope);
  if (!early) cursor.expect('darf|dürfen');
  takeEntered(cursor, false);
  return { deeds: [forbid], targets };
}

/** `F1 und F2 dürfen nicht gleichzeitig befüllt sein`, `Es dürfen nicht sowohl F1 als auch F2 befüllt sein` */
function readNotTogether(cursor: RuleCursor, scope: RuleScope): ReadSentence {
  cursor.take('es');
  const early = cursor.take('darf|dürfen');
  const together = 'gleichzeitig|zugleich|beide|gemeinsam';
  if (early) cursor.expect('nicht');
  const before = early && cursor.take(together);
  const both = cursor.attempt(() => readBothReferences(cursor, scope));
  const elements = both ?? readReferences(cursor, scope);
  if (!early) cursor.expect('darf|dürfen');
  if (!early) cursor.expect('nicht');
  if (both === undefined && !before) cursor.expect(together);
  takeEntered(cursor, false);
  // Of three, it is not said whether two may be filled in.
  if (elements.length !== 2) return cursor.fail({ de: 'Erwartet werden zwei Elemente', en: 'Expected: two elements' });
  return sentence(cursor, { most: 1 }, elements, false);
}

function takeModal(cursor: RuleCursor): 'must' | 'may' | 'zu' | undefined {
  if (cursor.take('darf|dürfen')) return 'may';
  if (cursor.take(modal)) return 'must';
  return cursor.take('ist|sind') ? 'zu' : undefined;
}

function takeEntered(cursor: RuleCursor, zu: boolean): void {
  if (!zu) {
    cursor.expect(entered);
    cursor.expect('sein|werden');
  } else if (!cursor.take('zu', 'befüllen|machen')) cursor.expect('auszufüllen|anzugeben|auszuwählen|hochzuladen|beizufügen');
}

function sentence(cursor: RuleCursor, quantifier: Quantifier, elements: readonly RuleElement[], may: boolean): ReadSentence {
  if (elements.length < 2) return cursor.fail({ de: 'Erwartet werden mehrere Elemente', en: 'Expected: several elements' });
  if (may && (quantifier === 'any' || (typeof quantifier === 'object' && 'least' in quantifier))) {
    return cursor.fail({ de: 'Es fehlt „nur“ oder „höchstens“', en: '“nur” or “höchstens” is missing' });
  }
  if (quantifier === 'none' || quantifier === 'all') return cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' });
  const most = may && typeof quantifier === 'object' && 'exactly' in quantifier ? { most: quantifier.exactly } : quantifier;
  return { deeds: [validityOf(most, elements.map(isFilled), elements)], targets: [] };
}
