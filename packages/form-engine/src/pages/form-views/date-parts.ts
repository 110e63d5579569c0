import type { FieldNode } from '../../form/form-node.js';
import type { Language } from '../../service-package/service-package.js';
import { uiText } from '../texts/ui-text.js';
import type { DateView } from '../views.js';

const names = ['day', 'month', 'year'] as const;

/** Three inputs, `<name>.day`, `.month`, `.year`. The first has the field's id, so that an error link leads to it. */
export function dateParts(
  node: FieldNode,
  id: string,
  name: string,
  value: string,
  language: Language,
): Pick<DateView, 'template' | 'parts'> {
  const typed = split(value);
  const parts = names.map((part, index) => ({
    id: index === 0 ? id : `${id}-${part}`,
    name: `${name}.${part}`,
    label: uiText(language, `date.${part}`),
    value: typed[index] ?? '',
    digits: part === 'year' ? (4 as const) : (2 as const),
    autocomplete: node.autocomplete === 'bday' ? `bday-${part}` : null,
  }));
  return { template: 'field-date', parts };
}

/** `2026-12-24` as answered, or `24.13.2026` as typed, in the order day, month, year. */
const split = (value: string): string[] => (/^\d{4}-/.test(value) ? value.split('-').reverse() : value.split('.'));
