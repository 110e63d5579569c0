import { isDateGroup } from '@serviceportal/form-engine';
import type { ElementText, Position, Wording } from '@serviceportal/form-engine';

/** A question as it is called outside of its page: the parts of a date by the date. */
export const questionLabel = (position: Position, wording: Wording): string => wording.label(asWhole(position));

/** The same with the language in which it stands. */
export function questionText(position: Position, wording: Wording): ElementText {
  const whole = asWhole(position);
  return { text: wording.label(whole), lang: wording.fellBack(whole) ? 'de' : null };
}

const asWhole = (position: Position): Position => (position.parent && isDateGroup(position.parent) ? position.parent : position);
