import { alike } from './alike.js';
import { truths } from './code-values.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/** Words that no label goes on with: they belong to the sentence. */
const sentenceWords = new Set(
  'pflicht|pflichtfeld|pflichtfelder|pflichtangabe|pflichtfeldgruppe|pflichtgruppe|verpflichtend|optional|anzeigen|ausblenden|einblenden|befüllen|wenn|falls|sofern|dann|so|sonst|ansonsten|andernfalls|und|oder|sowie|muss|müssen|darf|dürfen|soll|sollen|kann|können|ist|sind|wird|werden|wurde|sein|hat|haben|nicht|kein|keine|leer|befüllt|ausgefüllt|gefüllt|angegeben|angezeigt|ausgeblendet|eingeblendet|vorbefüllt|vorbelegt|vorzubefüllen|belegt|ausgewählt|gewählt|gleich|ungleich|größer|kleiner|zeige|blende|aktiviere|deaktiviere|aus|an|als|mit|zur|zum|nur|auswahl|antwort|mindestens|höchstens|entweder|zeitlich|vor|nach|älter|jünger|beträgt|lautet|entspricht|liegt|liegen|erscheint|ein|eine|einen|zu|weder|noch|sowohl|außer|bzw.|bejaht|verneint|übersteigt|überschreitet|unterschreitet|enthält|erhält|entfällt|bleibt|bleiben|gilt|stehen|steht'.split(
    '|',
  ),
);

const labelsOf = ({ element: { source } }: RuleElement): readonly string[] =>
  [source.name, source.bezeichnungEingabe, source.bezeichnungAusgabe ?? ''].filter((label) => label.trim() !== '');

export const isLabelOf = (element: RuleElement, text: string): boolean => labelsOf(element).some((label) => alike(label, text));

/** Its own label, quoted or not, in brackets or between dashes; the quotation marks may not fit. */
export function takeKnownLabel(cursor: RuleCursor, element: RuleElement): boolean {
  const longestFirst = labelsOf(element).toSorted((a, b) => b.length - a.length);
  return (
    cursor.attempt(() => {
      const bracket = cursor.takeMark('(');
      const dash = !bracket && cursor.takeMark('-–—:');
      const open = cursor.takeQuote();
      if (!longestFirst.some((label) => cursor.takeText(label))) cursor.fail({ de: 'Eine andere Bezeichnung', en: 'Another label' });
      if (open) {
        if (!cursor.takeQuote()) cursor.fail({ de: 'Erwartet wird ein Anführungszeichen', en: 'Expected: a quotation mark' });
      } else if (cursor.takePattern(/["”“](?!\p{L})/u)) {
        cursor.note({ de: 'Ein Anführungszeichen zu viel oder zu wenig', en: 'A quotation mark too many or too few' });
      }
      if (bracket && !cursor.takeMark(')')) cursor.fail({ de: 'Erwartet wird )', en: 'Expected: )' });
      if (dash) cursor.takePattern(/[–—-](?=\s)/);
      return true;
    }) ?? false
  );
}

/** What stands beside an id and is no value of its field. */
export function takeLabel(cursor: RuleCursor, element: RuleElement, scope: RuleScope): void {
  if (takeKnownLabel(cursor, element)) return;
  const { kind, text } = cursor.next;
  if (kind === 'quoted' && isValueOf(element, text, scope)) return;
  if (cursor.takeToken('quoted') !== undefined) return;
  const bracketed = cursor.attempt(() => {
    if (!cursor.takeMark('(') || cursor.takeToken('quoted') === undefined || !cursor.takeMark(')'))
      cursor.fail({ de: 'Keine Bezeichnung', en: 'No label' });
    return true;
  });
  if (bracketed === undefined) takeFreeLabel(cursor);
}

/** `Ist in F2 "in Deutschland" ausgewählt`: what is quoted is an answer to the question. */
function isValueOf(element: RuleElement, text: string, scope: RuleScope): boolean {
  const { node } = element.element;
  if (node.kind === 'field' && node.type === 'boolean') return truths.has(text.trim().toLowerCase());
  const codes = scope.codesOf(element) ?? [];
  return codes.some(({ code, label }) => alike(code, text) || alike(label, text) || alike(`${code} ${label}`, text));
}

/** Text after an id that is not its label today but was once: `F05… Anschrift der letzten 5 Jahre === "Ja"`. Begins with a capital. */
export function takeFreeLabel(cursor: RuleCursor): boolean {
  const first = cursor.next;
  if (first.kind !== 'word' || !/^\p{Lu}/u.test(first.text) || sentenceWords.has(first.text.toLowerCase())) return false;
  while (takeLabelPiece(cursor)) continue;
  return true;
}

function takeLabelPiece(cursor: RuleCursor): boolean {
  const { kind, text } = cursor.next;
  if (kind === 'word') return !sentenceWords.has(text.toLowerCase()) && !isCodeLike(text) && cursor.takeToken('word') !== undefined;
  if (kind !== 'mark') return false;
  if (text === '(') return cursor.takePattern(/\([^()"]*\)/u) !== undefined;
  return [':', '/', '-'].includes(text) && /^\p{L}/u.test(textAfterMark(cursor)) && cursor.takeMark(text);
}

const textAfterMark = (cursor: RuleCursor): string => cursor.text.slice(cursor.next.end).trimStart();
/** `01`, `002`: the value, not the label. */
const isCodeLike = (text: string): boolean => /^0\d+$/.test(text);
