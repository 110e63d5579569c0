import type { Handlungsgrundlage } from '../../form/form-node.js';
import type { Position } from '../../form/form.js';
import type { PageItem } from '../../form/page.js';
import type { Wording } from '../../form/wording.js';
import type { ElementText, LegalBasisView, PageNormsView } from '../views.js';
import { labelText } from './element-text.js';

/** Each norm once, in order. */
export const normsOf = (norms: readonly Handlungsgrundlage[]): LegalBasisView[] => [
  ...new Map(norms.map(({ text, link }) => [text, { text, href: link ?? null }])).values(),
];

/** The norms on which the questions of a page rest. Questions with the same norms stand together. */
export function pageNorms(group: Position | null, items: readonly PageItem[], wording: Wording): PageNormsView[] {
  const rows = new Map<string, { questions: Map<string, ElementText>; norms: LegalBasisView[] }>();
  for (const position of [...(group ? [group] : []), ...positionsOf(items)]) {
    const norms = normsOf(position.node.legalBasis);
    if (norms.length === 0) continue;
    const key = norms.map(({ text }) => text).join('\n');
    const row = rows.get(key) ?? { questions: new Map<string, ElementText>(), norms };
    const question = labelText(position, wording);
    if (!row.questions.has(question.text)) row.questions.set(question.text, question);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ questions, norms }) => ({ questions: [...questions.values()], norms }));
}

const positionsOf = (items: readonly PageItem[]): Position[] =>
  items.flatMap((item) => [item.position, ...(item.kind === 'section' ? positionsOf(item.items) : [])]);
