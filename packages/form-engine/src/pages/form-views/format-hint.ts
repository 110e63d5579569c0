import type { FieldNode } from '../../form/form-node.js';
import type { Language } from '../../service-package/service-package.js';
import { uiText } from '../texts/ui-text.js';
import type { ElementText } from '../views.js';

/** How a value is to be written, where the input does not show it and the element has no help of its own. */
export function formatHint({ type, locked }: FieldNode, language: Language): ElementText | null {
  if (locked) return { text: uiText(language, 'form.locked'), lang: null };
  if (type === 'date') return { text: uiText(language, 'date.hint'), lang: null };
  if (type === 'time') return { text: uiText(language, 'time.hint'), lang: null };
  return type === 'datetime' ? { text: uiText(language, 'datetime.hint'), lang: null } : null;
}
