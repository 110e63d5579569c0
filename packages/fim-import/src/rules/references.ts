import type { Message } from '../language.js';
import { isLabelOf, takeFreeLabel, takeKnownLabel, takeLabel } from './labels.js';
import type { RuleCursor } from './rule-cursor.js';
import { idsIn, type RuleElement, type RuleScope } from './rule-scope.js';

/** Nouns for an element. */
export const nouns =
  'feld|felder|felds|feldes|feldern|datenfeld|datenfelder|datenfelds|datenfeldes|datenfeldern|gruppe|gruppen|datengruppe|feldgruppe|feldgruppen|datenfeldgruppe|datenfeldgruppen|element|elemente|elemente|auswahlfeld|textfeld|checkbox|angabe|angaben|hinweis|hinweistext|df|dfg|gr.|eingabefeld|dropdown-feld|dropdown|optionsfeld|kontrollkästchen|ankreuzfeld|datumsfeld|upload-feld|uploadfeld|auswahlliste|nachweise|anlagen|elementen|textfelder|pflichtfelder|hinweisfeld|frage|abfrage|nachweis|anlage';
const articles =
  'das|die|der|dem|den|des|im|in|ins|ein|eine|einem|einer|dieses|diese|dieser|diesem|bei|beim|aus|vom|von|folgende|folgenden|folgendes|darin|enthaltene|enthaltenen|jeweilige|jeweiligen|zugehörige|zugehörigen|nachfolgende|nachfolgenden|weitere|weiteren|für|nach|auf';
const before = `${articles}|${nouns}`;

/** A word that may stand before an id and says nothing more than it does. */
export const takeArticle = (cursor: RuleCursor): boolean => cursor.take(before);

/** `das Feld F60000000263 "Abfrage Anschrift Inland oder Ausland"`. The label is a remark; the id decides. */
export function readReference(cursor: RuleCursor, scope: RuleScope): RuleElement {
  const element = readBareReference(cursor, scope);
  takeLabel(cursor, element, scope);
  takeGroupAround(cursor, scope, element);
  return element;
}

/** `das Feld F… in der Gruppe G…`: it must lie in there. */
function takeGroupAround(cursor: RuleCursor, scope: RuleScope, { identifier }: RuleElement): void {
  cursor.attempt(() => {
    if (!cursor.take('in|aus', 'der')) cursor.expect('der');
    cursor.expect('gruppe|feldgruppe|datenfeldgruppe|datengruppe|dfg|gr.');
    const group = readId(cursor, scope, undefined) ?? cursor.fail({ de: 'Erwartet wird eine Gruppe', en: 'Expected: a group' });
    if (!identifier.startsWith(`${group.identifier}.`)) cursor.fail({ de: 'Ein anderes Element', en: 'Another element' });
    takeLabel(cursor, group, scope);
  });
}

/** An element without the label that may follow. `in der Gruppe G… das Feld F…` names the group first. */
export function readBareReference(cursor: RuleCursor, scope: RuleScope): RuleElement {
  let within: RuleElement | undefined;
  for (;;) {
    cursor.attempt(() => takeWhatIsIn(cursor));
    while (cursor.take(before)) continue;
    const element =
      readId(cursor, scope, within) ?? cursor.attempt(() => readAfterLabel(cursor, scope, within)) ?? readLabelAlone(cursor, scope, within);
    if (element.element.node.kind !== 'group') return element;
    const around = element;
    const goesOn = cursor.startsWith(() => {
      takeLabel(cursor, around, scope);
      cursor.takeMark(',');
      cursor.expect('das|im|in|dem|den|die|der');
      cursor.take('das|dem|den|die|der|darin|enthaltene|enthaltenen');
      while (cursor.take(nouns)) continue;
      const inner = cursor.next;
      const isInside = scope.resolve(inner.text, around) !== undefined || scope.similarTo(inner.text, around).length > 0;
      if (inner.kind !== 'id' || inner.text.includes('.') || !isInside) cursor.fail({ de: 'Kein Element darin', en: 'No element inside' });
    });
    if (!goesOn) return element;
    takeLabel(cursor, element, scope);
    cursor.takeMark(',');
    within = element;
  }
}

/** `der Wert im Feld F…`, `die Anzahl in F…`, `das Datum des Felds F…`: what stands in an element is the element. */
function takeWhatIsIn(cursor: RuleCursor): void {
  cursor.take('das|die|der|dem|den|des');
  cursor.expect('wert|anzahl|datum|inhalt|betrag|angabe|antwort|eintrag|alter|auswahl|eingabe|befüllung|text|angaben');
  cursor.expect('in|im|aus|des|der|vom|von|zu|laut|gemäß|für');
}

function readId(cursor: RuleCursor, scope: RuleScope, within: RuleElement | undefined): RuleElement | undefined {
  const token = cursor.next;
  if (token.kind !== 'id') return undefined;
  const exact = scope.resolve(token.text, within);
  if (exact === undefined) {
    const shorter = withoutWrongBegin(scope, token.text);
    if (shorter !== undefined) {
      cursor.note(readAs(token.text, shorter.identifier.replace('self.', '')));
      cursor.takeToken('id');
      return shorter;
    }
    const similar = slipOfThePen(cursor, scope, token.text, within);
    if (similar === undefined) {
      return cursor.fail({
        de: `${token.text} gibt es unter dem Element, zu dem die Regel gehört, nicht oder nicht eindeutig`,
        en: `Below the element that owns the rule there is no ${token.text}, or more than one`,
      });
    }
    cursor.note(readAs(token.text, `${similar.element.node.id} „${similar.element.node.label}“`));
    cursor.takeToken('id');
    return similar;
  }
  cursor.takeToken('id');
  refuseLabelOfNeighbour(cursor, scope, exact);
  return exact;
}

/** The id is that of one element, the label beside it that of another whose id is nearly the same: one of the two is a slip. */
function refuseLabelOfNeighbour(cursor: RuleCursor, scope: RuleScope, element: RuleElement): void {
  const { kind, text } = cursor.next;
  if (kind !== 'quoted' || isLabelOf(element, text)) return;
  if (!scope.similarTo(element.element.node.id).some((other) => isLabelOf(other, text))) return;
  cursor.reject({ de: 'Id und Bezeichnung gehören zu verschiedenen Elementen', en: 'Id and label belong to different elements' });
}

const readAs = (written: string, meant: string): Message => ({
  de: `„${written}“ gibt es nicht; gelesen als ${meant}`,
  en: `There is no “${written}”; read as ${meant}`,
});

/** A path that begins with a group in which the rest does not lie: the rest alone, where it is at least two ids long. */
function withoutWrongBegin(scope: RuleScope, path: string): RuleElement | undefined {
  const [first = '', ...rest] = idsIn(path);
  return rest.length >= 2 && scope.resolve(first) !== undefined ? scope.resolve(rest.join('.')) : undefined;
}

/**
 * What a mistyped id means, if there is exactly one element it can mean. An id of the right length could as well be that of an
 * element which this schema lacks: then the label must say the same.
 */
function slipOfThePen(cursor: RuleCursor, scope: RuleScope, text: string, within: RuleElement | undefined): RuleElement | undefined {
  const zeros = scope.resolve(text.replaceAll('O', '0'), within);
  if (zeros !== undefined) return zeros;
  const similar = scope.similarTo(text, within);
  const named = similar.filter((candidate) =>
    cursor.startsWith(() => {
      cursor.takeToken('id');
      if (!takeKnownLabel(cursor, candidate)) cursor.fail({ de: 'Ein anderes Element', en: 'Another element' });
    }),
  );
  if (named.length === 1) return named[0];
  const wellFormed = /^[FG](\d{8}|\d{11})$/.test(idsIn(text).at(-1) ?? '');
  const hasLabel = cursor.startsWith(() => {
    cursor.takeToken('id');
    if (cursor.takeToken('quoted') === undefined && !takeFreeLabel(cursor)) cursor.fail({ de: 'Ohne Bezeichnung', en: 'Without a label' });
  });
  return similar.length === 1 && !wellFormed && !hasLabel ? similar[0] : undefined;
}

/** `Rechtsform (F60000000339)`, `Rechtsform F60000000339`: its own label without quotation marks before the id. */
function readAfterLabel(cursor: RuleCursor, scope: RuleScope, within: RuleElement | undefined): RuleElement {
  const noId = { de: 'Erwartet wird die Id eines Elements', en: 'Expected: the id of an element' };
  const { kind, text, start } = cursor.next;
  if (kind !== 'word' || !/^\p{Lu}/u.test(text)) return cursor.fail(noId);
  const id = /^[^"„“,.;:=<>\n]{1,150}?([FG]\d{8,11}(?:\.[FG]\d{8,11})*)/u.exec(cursor.text.slice(start, start + 200))?.[1];
  const element = id === undefined ? undefined : (scope.resolve(id, within) ?? scope.resolve(id));
  if (element === undefined || !takeKnownLabel(cursor, element)) return cursor.fail(noId);
  const bracket = cursor.takeMark('(');
  if (cursor.takeToken('id')?.text !== id) return cursor.fail(noId);
  if (bracket && !cursor.takeMark(')')) return cursor.fail({ de: 'Erwartet wird )', en: 'Expected: )' });
  return element;
}

/** `das Feld "Rechtsform"`, `das Feld "Rechtsform" (F60000000339)`: the label alone, where only one element has it. */
function readLabelAlone(cursor: RuleCursor, scope: RuleScope, within: RuleElement | undefined): RuleElement {
  const quoted = cursor.next;
  if (quoted.kind !== 'quoted') cursor.fail({ de: 'Erwartet wird die Id eines Elements', en: 'Expected: the id of an element' });
  const withId = cursor.attempt(() => {
    cursor.takeToken('quoted');
    const brackets = cursor.takeMark('(');
    const element =
      readId(cursor, scope, within) ?? cursor.fail({ de: 'Erwartet wird die Id eines Elements', en: 'Expected: the id of an element' });
    if (brackets && !cursor.takeMark(')')) cursor.fail({ de: 'Erwartet wird )', en: 'Expected: )' });
    return element;
  });
  if (withId !== undefined) return withId;
  const candidates = scope.below(within).filter((element) => isLabelOf(element, quoted.text));
  const [only, second] = candidates;
  if (only === undefined || second !== undefined) {
    cursor.fail({
      de: `„${quoted.text}“ heißt kein Element oder mehr als eines`,
      en: `No element is called “${quoted.text}”, or more than one`,
    });
  }
  const { id } = only.element.node;
  cursor.note({ de: `„${quoted.text}“ steht ohne Id; gelesen als ${id}`, en: `“${quoted.text}” stands without an id; read as ${id}` });
  cursor.takeToken('quoted');
  return only;
}

/** One element or several: `A`, `A und B`, `A, B oder C`. Authors also leave out commas between ids. */
export function readReferences(cursor: RuleCursor, scope: RuleScope): readonly RuleElement[] {
  return readJoinedReferences(cursor, scope).elements;
}

/** After a colon: elements separated by commas, semicolons, line breaks, `und`. */
export function readListedReferences(cursor: RuleCursor, scope: RuleScope): readonly RuleElement[] {
  const elements = [...readReferences(cursor, scope)];
  while (cursor.takeMark(';')) elements.push(...readReferences(cursor, scope));
  return elements;
}

/** `sowohl A als auch B` */
export function readBothReferences(cursor: RuleCursor, scope: RuleScope): readonly RuleElement[] {
  cursor.expect('sowohl');
  const one = readReference(cursor, scope);
  cursor.takeMark(',');
  cursor.expect('als', 'auch');
  return [one, readReference(cursor, scope)];
}

/** Several elements and the words that join them. */
export interface JoinedReferences {
  readonly elements: readonly RuleElement[];
  /** `mixed`: both words occur. */
  readonly joint: 'and' | 'or' | 'mixed' | undefined;
  /** The elements between one ODER and the next: `A und B oder C und D` has two. */
  readonly alternatives: readonly (readonly RuleElement[])[];
  /** `A bzw. B`: one of them, but which one? */
  readonly respectively: boolean;
}

export function readJoinedReferences(cursor: RuleCursor, scope: RuleScope): JoinedReferences {
  const alternatives: RuleElement[][] = [[readReference(cursor, scope)]];
  const words = new Set<'and' | 'or'>();
  let commas = false;
  let respectively = false;
  for (;;) {
    const more = cursor.attempt(() => {
      const comma = cursor.takeMark(',');
      const begin = cursor.next.kind;
      const vague = cursor.startsWith(() => cursor.expect('bzw.|bzw|beziehungsweise'));
      const word = takeJoint(cursor);
      // `in der Gruppe G1 das Feld F2`: no list. Authors leave out commas between ids.
      if (!comma && word === undefined && begin !== 'id') cursor.fail({ de: 'Keine Aufzählung', en: 'No list' });
      return { comma, vague, word, element: readReference(cursor, scope) };
    });
    if (more === undefined) break;
    commas ||= more.comma;
    respectively ||= more.vague;
    if (more.word !== undefined) words.add(more.word);
    if (more.word === 'or') alternatives.push([more.element]);
    else alternatives.at(-1)?.push(more.element);
  }
  const elements = alternatives.flat();
  const joint = words.size === 2 ? 'mixed' : [...words][0];
  // `A, B oder C`: the comma stands for the word at the end.
  return {
    elements,
    joint,
    alternatives: joint === 'or' || (joint === 'mixed' && commas) ? elements.map((one) => [one]) : alternatives,
    respectively,
  };
}

function takeJoint(cursor: RuleCursor): 'and' | 'or' | undefined {
  if (cursor.takePattern(/und\s*\/?\s*oder(?!\p{L})/iu) !== undefined || cursor.take('oder|bzw.|bzw|beziehungsweise')) return 'or';
  return cursor.take('und|sowie') ? 'and' : undefined;
}
