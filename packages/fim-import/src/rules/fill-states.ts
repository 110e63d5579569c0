import type { Condition } from '@serviceportal/form-engine';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement } from './rule-scope.js';

/** Participles that say that something was entered, chosen or uploaded. */
export const filled =
  'befüllt|ausgefüllt|gefüllt|angegeben|eingetragen|eingegeben|beantwortet|hochgeladen|beigefügt|vorhanden|erfasst|ausgewählt|gewählt|gesetzt|belegt|gemacht|getroffen|vorgenommen';
export const isOrWas = 'ist|sind|wird|werden|wurde|wurden|worden';

/**
 * Whether an element is filled in: `nicht leer`, `befüllt ist`, `kein Eintrag vorgenommen wurde`, `nicht der Wert "" angegeben
 * wurde`, `einen Wert hat`. A yes/no field that was `angekreuzt` was answered with yes.
 */
export function readFillState(cursor: RuleCursor, { identifier, element: { node } }: RuleElement): Condition {
  const empty: Condition = { is_empty: { identifier } };
  const full: Condition = { not: empty };
  cursor.take('ist|sind|wird|wurde');
  const not = cursor.take('nicht');
  if (cursor.take('leer')) {
    closing(cursor);
    return not ? full : empty;
  }
  if (!not && cursor.take('keinen|kein|keine')) {
    cursor.take('wert|inhalt|eintrag|angabe|auswahl|angaben|einträge');
    if (!cursor.take('vorgenommen')) cursor.take(`hat|haben|enthält|${filled}`);
    closing(cursor);
    return empty;
  }
  if (!not && cursor.take('einen|ein|eine')) {
    if (cursor.take('oder')) cursor.expect('mehrere');
    cursor.expect('wert|inhalt|eintrag|angabe|auswahl|angaben|einträge|datensatz|datensätze');
    if (!cursor.take('vorgenommen|entstehen')) cursor.take(`hat|haben|enthält|${filled}`);
    closing(cursor);
    return full;
  }
  const denied = !not && cursor.take('verneint');
  if (denied || cursor.take('angekreuzt|bestätigt|angehakt|bejaht|aktiviert')) {
    if (node.kind !== 'field' || node.type !== 'boolean')
      cursor.fail({ de: 'Nur eine Ja/Nein-Frage kann angekreuzt werden', en: 'Only a yes/no question can be ticked' });
    closing(cursor);
    return not ? { not_equal: [{ identifier }, true] } : { equal: [{ identifier }, !denied] };
  }
  if (cursor.take('der', 'wert') && cursor.takePattern(/""|„“|''/) !== undefined) {
    cursor.expect(filled);
    closing(cursor);
    return not ? full : empty;
  }
  cursor.expect(filled);
  closing(cursor);
  return not ? empty : full;
}

function closing(cursor: RuleCursor): void {
  while (cursor.take(isOrWas)) continue;
}
