import { instanceName } from '../../form/instance-name.js';
import type { Position } from '../../form/form.js';
import type { PageItem } from '../../form/page.js';
import { uiText } from '../texts/ui-text.js';
import type { ElementText, ItemView, NoteView, SectionView } from '../views.js';
import { helpText, labelText } from './element-text.js';
import { fieldView } from './field-view.js';
import { isDateGroup } from '../../form/date-group.js';
import { describedBy, inputId } from './input-id.js';
import { isOptional } from './item-context.js';
import type { ItemContext } from './item-context.js';
import { repeatedFieldView } from './repeated-field-view.js';
import { whyView } from './why-view.js';

/** The views of a page's items, in order. `items` are those that are relevant just now. */
export function itemViews(items: readonly PageItem[], context: ItemContext, nested = false): ItemView[] {
  return items.map((item) => {
    if (item.kind === 'note') return noteView(item.position, context);
    if (item.kind === 'section') return sectionView(item, context, nested);
    return item.position.repeated ? repeatedFieldView(item.position, context) : fieldView(item.position, context.indices, context);
  });
}

function noteView(position: Position, { wording, indices }: ItemContext): NoteView {
  const paragraphs = wording
    .note(position)
    .trim()
    .split(/\n\s*\n/);
  return { template: 'item-note', name: instanceName(position, indices), paragraphs, lang: wording.fellBack(position) ? 'de' : null };
}

function sectionView({ position, items }: Extract<PageItem, { kind: 'section' }>, context: ItemContext, nested: boolean): SectionView {
  const { wording, evaluation, indices } = context;
  const name = instanceName(position, indices);
  const id = inputId(name);
  const error = context.errors.get(name) ?? null;
  const hint = helpText(position, wording) ?? choiceHint(position, context);
  const inner = itemViews(items, context, true);
  return {
    template: 'item-section',
    id,
    name,
    label: labelText(position, wording),
    row: isRow(inner),
    date: isDateGroup(position) && inner.every(({ template }) => template === 'field-text'),
    nested,
    optional: isOptional(context, position, indices),
    hint,
    why: whyView(position, indices, evaluation),
    describedBy: describedBy(id, hint !== null, error !== null),
    error,
    items: inner,
  };
}

const isRow = (items: readonly ItemView[]): boolean =>
  items.length > 1 && items.length <= 4 && items.every((item) => item.template === 'field-text' && item.width === 'short');

function choiceHint({ node }: Position, { wording }: ItemContext): ElementText | null {
  return node.kind === 'group' && node.choice ? { text: uiText(wording.language, 'form.choice'), lang: null } : null;
}
