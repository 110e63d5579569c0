import type { PageItem } from '../../form/page.js';
import type { AnswerRow } from '../views.js';
import type { AnswerSource } from './answer-rows.js';
import { answerRows } from './answer-rows.js';
import { labelText } from './element-text.js';

type PageSection = Extract<PageItem, { kind: 'section' }>;

/**
 * A date that was asked for in parts as the one answer it is: "12.08.1984", or what is known of it, "08.1984", "1984". Parts that form
 * no such date stand with their names. No row without an answer.
 */
export function dateRow({ position, items }: PageSection, indices: readonly number[], source: AnswerSource, fimIds: boolean): AnswerRow[] {
  // Only what is asked: an answer that no longer counts is still there.
  const asked = new Set(items.map((item) => item.position));
  const parts = position.children.map((part) => (asked.has(part) ? answerRows(part, indices, source, fimIds)[0] : undefined));
  const given = parts.filter((part) => part !== undefined);
  if (given.length === 0) return [];
  const origins = new Set(given.map(({ origin }) => origin));
  return [
    {
      label: labelText(position, source.wording),
      value: asDate(parts) ?? given.map(({ label, value }) => `${label.text}: ${value}`).join(', '),
      origin: origins.size === 1 ? (given[0]?.origin ?? null) : null,
      fim: given
        .map(({ fim }) => fim)
        .filter(Boolean)
        .join(', '),
    },
  ];
}

/** Parts from the year backwards, with nothing missing in between. */
function asDate(parts: readonly (AnswerRow | undefined)[]): string | null {
  const known = parts.slice(parts.findIndex((part) => part !== undefined));
  if (!known.every((part) => part && /^\d+$/.test(part.value))) return null;
  return known.map((part) => part?.value.padStart(2, '0')).join('.');
}
