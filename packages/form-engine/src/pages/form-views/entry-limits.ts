import type { Language } from '../../service-package/service-package.js';
import { uiText } from '../texts/ui-text.js';

/** How many entries there may be, in words; null where there is nothing to say. */
export function entryLimits(min: number, max: number | null, language: Language): string | null {
  if (max !== null && min === max) return uiText(language, 'entries.limitExactly', { min });
  if (max !== null && min > 0) return uiText(language, 'entries.limitBetween', { min, max });
  if (max !== null) return uiText(language, 'entries.limitMax', { max });
  if (min === 1) return uiText(language, 'entries.limitMinOne');
  return min > 1 ? uiText(language, 'entries.limitMin', { min }) : null;
}
