import { instanceName } from '../../form/instance-name.js';
import type { Position } from '../../form/form.js';
import type { PageItem } from '../../form/page.js';
import { uiText } from '../texts/ui-text.js';
import type { ElementText, ItemView, NoteView, OriginView, SectionView } from '../views.js';
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
  return {
    template: 'item-note',
    name: instanceName(position, indices),
    paragraphs,
    lang: wording.fellBack(position, 'text') ? 'de' : null,
  };
}

function sectionView({ position, items }: Extract<PageItem, { kind: 'section' }>, context: ItemContext, nested: boolean): SectionView {
  const { wording, evaluation, indices } = context;
  const name = instanceName(position, indices);
  const id = inputId(name);
  const error = context.errors.get(name) ?? null;
  const hint = helpText(position, wording) ?? choiceHint(position, context);
  const parts = itemViews(items, context, true);
  const isDate = isDateGroup(position) && parts.every(({ template }) => template === 'field-text' || template === 'field-locked');
  const origin = isDate ? commonOrigin(parts) : null;
  // Said once for the date, not at each of its parts.
  const inner = origin ? parts.map((part) => ({ ...part, origin: null })) : parts;
  return {
    template: 'item-section',
    id,
    name,
    label: labelText(position, wording),
    row: isDate || isRow(inner),
    date: isDate,
    nested,
    optional: isOptional(context, position, indices),
    hint,
    why: whyView(position, indices, evaluation),
    describedBy: describedBy(id, hint !== null, error !== null, origin !== null),
    error,
    origin,
    items: inner,
  };
}

function commonOrigin(items: readonly ItemView[]): OriginView | null {
  const origins = items.map((item) => ('origin' in item ? item.origin : null));
  return origins.every((origin) => origin !== null && origin.text === origins[0]?.text) ? (origins[0] ?? null) : null;
}

const isRow = (items: readonly ItemView[]): boolean =>
  items.length > 1 && items.length <= 4 && items.every((item) => item.template === 'field-text' && item.width === 'short');

function choiceHint({ node }: Position, { wording }: ItemContext): ElementText | null {
  return node.kind === 'group' && node.choice ? { text: uiText(wording.language, 'form.choice'), lang: null } : null;
}
