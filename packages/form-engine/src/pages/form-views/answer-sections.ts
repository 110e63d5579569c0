import { displayValue } from '../../answers/display-value.js';
import { isValue } from '../../answers/read-answer.js';
import type { Answer } from '../../answers/answers.js';
import type { FieldNode } from '../../form/form-node.js';
import type { Position } from '../../form/form.js';
import { pageSequence, relevantItems } from '../../form/navigation.js';
import type { PageInstance, PageItem } from '../../form/page.js';
import type { Wording } from '../../form/wording.js';
import type { Evaluation } from '../../rules/evaluation.js';
import type { AnswerRow, AnswerSection, SectionNote } from '../views.js';
import { entryText, labelText, noteText, pageText } from './element-text.js';
import type { FormContext } from './form-context.js';

type Source = Pick<FormContext, 'form' | 'evaluation' | 'wording'>;

/** What the answers are shown for: the citizen changes them; the clerk sees the FIM ids. */
export interface AnswerSectionOptions {
  readonly changeHref: (page: PageInstance) => string | null;
  readonly fimIds: boolean;
  /** Also the notes that were shown, for a record of what was read and declared. */
  readonly notes?: boolean;
}

/** All given answers by page, in form order. Pages and sections without answers (and notes, where asked for) are left out. */
export function answerSections(source: Source, options: AnswerSectionOptions): AnswerSection[] {
  return pageSequence(source.form, source.evaluation).flatMap((here) => {
    const { page, indices } = here;
    if (page.kind === 'entries') return [];
    const items = relevantItems(page.items, source.evaluation, indices);
    const [own, ...inner] = sectionsOf(items, indices, source, options);
    if (!own || (isEmpty(own) && inner.length === 0)) return [];
    const title = pageText(page, source.wording);
    const entry = page.within ? entryText(page.within.group, indices.at(-1) ?? 0, source.wording) : null;
    const heading =
      entry === null ? title : entry.text.startsWith(`${title.text} `) ? entry : { ...entry, text: `${entry.text}: ${title.text}` };
    return [{ ...own, heading, level: 2 as const, changeHref: options.changeHref(here) }, ...inner];
  });
}

type Untitled = Omit<AnswerSection, 'level'> & { readonly level: 3 | 4 };

/** The first is what stands directly among the items; its heading is set by the caller. */
function sectionsOf(
  items: readonly PageItem[],
  indices: readonly number[],
  source: Source,
  options: AnswerSectionOptions,
  level: 3 | 4 = 3,
): Untitled[] {
  const rows: AnswerRow[] = [];
  const notes: SectionNote[] = [];
  const inner: Untitled[] = [];
  for (const item of items) {
    if (item.kind === 'field') rows.push(...answerRows(item.position, indices, source.evaluation, source.wording, options.fimIds));
    if (item.kind === 'note' && options.notes) notes.push({ before: rows.length, ...noteText(item.position, source.wording) });
    if (item.kind !== 'section') continue;
    const [own, ...deeper] = sectionsOf(item.items, indices, source, options, 4);
    if (own && (!isEmpty(own) || deeper.length > 0))
      inner.push({ ...own, heading: labelText(item.position, source.wording), level }, ...deeper);
  }
  return [{ heading: { text: '', lang: null }, level, rows, notes, changeHref: null }, ...inner];
}

const isEmpty = ({ rows, notes }: Untitled): boolean => rows.length === 0 && notes.length === 0;

/** The answer of one field; several answers are several lines. No row without an answer. */
export function answerRows(
  position: Position,
  indices: readonly number[],
  evaluation: Evaluation,
  wording: Wording,
  fimIds: boolean,
): AnswerRow[] {
  const node = position.node as FieldNode;
  const answer = evaluation.answer(position, indices) ?? (node.locked ? node.initial : undefined);
  const values = (Array.isArray(answer) ? (answer as readonly Answer[]) : [answer]).filter(isValue);
  if (values.length === 0) return [];
  const value = values.map((one) => displayValue(node, one, wording)).join('\n');
  return [{ label: labelText(position, wording), value, fim: fimIds ? [node.id, node.version].filter(Boolean).join(' ') : '' }];
}
