import type { FieldNode } from '../../form/form-node.js';
import type { Position } from '../../form/form.js';
import { instanceName } from '../../form/instance-name.js';
import { uiText } from '../texts/ui-text.js';
import type { FieldView, RepeatedFieldView } from '../views.js';
import { helpText, labelText } from './element-text.js';
import { fieldView } from './field-view.js';
import { describedBy, inputId } from './input-id.js';
import { isOptional } from './item-context.js';
import type { ItemContext } from './item-context.js';
import { whyView } from './why-view.js';

/** A field that may be answered several times: at least one input, and one more when it was asked for. */
export function repeatedFieldView(position: Position, context: ItemContext): RepeatedFieldView {
  const { wording, evaluation, indices } = context;
  const node = position.node as FieldNode;
  const name = instanceName(position, indices);
  const id = inputId(name);
  const inputs = inputCount(position, name, context);
  const error = context.errors.get(name) ?? null;
  const hint = helpText(position, wording);
  return {
    template: 'field-repeated',
    id,
    name,
    decides: context.deciding.has(position),
    label: labelText(position, wording),
    hint,
    optional: isOptional(context, position, indices),
    error,
    describedBy: describedBy(id, hint !== null, error !== null),
    why: whyView(position, indices, evaluation),
    inputs: Array.from({ length: inputs }, (_, entry) =>
      severalFiles(numbered(fieldView(position, [...indices, entry], context), entry, context), entry === inputs - 1, context),
    ),
    addValue: node.locked || node.type === 'file' || (node.max !== null && inputs >= node.max) ? null : name,
    addLabel: uiText(wording.language, 'form.addAnswer'),
  };
}

function inputCount(position: Position, name: string, { evaluation, indices, rejected, oneMore }: ItemContext): number {
  const answered = evaluation.count(position, indices);
  const typed = Object.keys(rejected).flatMap((key) =>
    key.startsWith(`${name}[`) ? [Number.parseInt(key.slice(name.length + 1), 10) + 1] : [],
  );
  // For files there is always a free input: it takes several at once.
  const files = position.node.kind === 'field' && position.node.type === 'file';
  const wanted = Math.max(1, position.node.min, answered + (files || oneMore === name ? 1 : 0), ...typed);
  return position.node.max === null ? wanted : Math.min(wanted, position.node.max);
}

/** The last free input takes all further files at once. */
function severalFiles(view: FieldView, last: boolean, { wording }: ItemContext): FieldView {
  if (view.template !== 'field-file' || !last || view.uploaded) return view;
  return { ...view, multiple: true, label: { text: uiText(wording.language, 'file.choose'), lang: null } };
}

/** The legend already says the question: each input only says which answer it is. */
const numbered = (view: FieldView, entry: number, { wording }: ItemContext): FieldView => ({
  ...view,
  label: { text: uiText(wording.language, 'form.entryNumber', { number: entry + 1 }), lang: null },
  hint: null,
  optional: false,
  decides: false,
  describedBy: describedBy(view.id, false, view.error !== null, view.origin !== null),
  why: null,
});
