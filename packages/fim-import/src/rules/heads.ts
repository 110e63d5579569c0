import type { RuleCursor } from './rule-cursor.js';

/** Words with which a condition begins. */
export const ifWords = 'wenn|falls|sofern|sobald|solange|soweit';

/** `Wenn`, `Immer wenn`, `Für den Fall, dass`, `Im Falle von`, `Unter der Voraussetzung, dass`, `Vorausgesetzt`. */
export function takeIf(cursor: RuleCursor): boolean {
  if (cursor.take('immer', 'dann', ifWords) || cursor.take('immer', ifWords) || cursor.take(ifWords)) return true;
  const written =
    cursor.attempt(() => {
      if (cursor.take('im', 'falle|fall', 'von')) return true;
      if (cursor.take('vorausgesetzt')) {
        cursor.takeMark(',');
        cursor.take('dass');
        return true;
      }
      if (!cursor.take('für', 'den', 'fall') && !cursor.take('im', 'falle|fall')) {
        cursor.expect('unter', 'der', 'voraussetzung|bedingung|annahme');
      }
      cursor.takeMark(',');
      cursor.expect('dass');
      return true;
    }) ?? false;
  return written;
}

export function expectIf(cursor: RuleCursor): void {
  if (!takeIf(cursor)) cursor.expect(ifWords);
}

/** `es sei denn`, `außer wenn`, `außer`: what follows is the case in which the sentence does not hold. */
export function takeUnless(cursor: RuleCursor): boolean {
  const unless = cursor.take('es', 'sei', 'denn') || cursor.take('außer|ausgenommen');
  if (!unless) return false;
  cursor.takeMark(',');
  cursor.take('dass|wenn|falls');
  return true;
}

/** `sonst`, `andernfalls`, `in allen anderen Fällen`. */
export function takeOtherwise(cursor: RuleCursor): boolean {
  return (
    cursor.take('sonst|ansonsten|andernfalls|anderenfalls') ||
    cursor.take('in', 'allen', 'anderen|übrigen|sonstigen', 'fällen') ||
    cursor.take('in', 'jedem', 'anderen', 'fall') ||
    cursor.take('im', 'anderen', 'fall|falle')
  );
}

export function expectOtherwise(cursor: RuleCursor): void {
  if (!takeOtherwise(cursor)) cursor.expect('sonst|ansonsten|andernfalls');
}

/** `dann`, `so`, `->`, `dann:` */
export function takeThen(cursor: RuleCursor): void {
  cursor.takeMark(',');
  cursor.takePattern(/->|→|⇒|=>/u);
  cursor.take('dann|so');
  cursor.takeMark(':');
  cursor.take('gilt');
  cursor.takeMark(':');
}
