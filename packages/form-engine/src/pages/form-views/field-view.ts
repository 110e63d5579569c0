import { inputText } from '../../answers/input-text.js';
import { isValue } from '../../answers/read-answer.js';
import type { FieldNode } from '../../form/form-node.js';
import type { Position } from '../../form/form.js';
import { instanceName } from '../../form/instance-name.js';
import { displayValue } from '../../answers/display-value.js';
import type { FieldView } from '../views.js';
import { dateParts } from './date-parts.js';
import { helpText, labelText } from './element-text.js';
import { fileParts } from './file-parts.js';
import { describedBy, inputId } from './input-id.js';
import { isOptional } from './item-context.js';
import type { ItemContext } from './item-context.js';
import { booleanOptions, offeredCodes, radioOptions, selectOptions, wantsRadios, wantsSearch } from './options.js';
import { searchParts } from './search-parts.js';
import { textView, wantsTextarea } from './text-parts.js';
import { originView } from './origin-view.js';
import { formatHint } from './format-hint.js';
import { whyView } from './why-view.js';

/** The control for one instance of a field, with what was answered or typed before. */
export function fieldView(position: Position, indices: readonly number[], context: ItemContext): FieldView {
  const node = position.node as FieldNode;
  const { wording, evaluation } = context;
  const name = instanceName(position, indices);
  const id = inputId(name);
  const error = context.errors.get(name) ?? null;
  const hint = helpText(position, wording) ?? formatHint(node, wording.language);
  const given = evaluation.answer(position, indices);
  const origin = name in context.rejected ? null : originView(context, name, given);
  const parts = {
    id,
    name,
    decides: context.deciding.has(position),
    label: labelText(position, wording),
    hint,
    origin,
    optional: isOptional(context, position, indices),
    error,
    describedBy: describedBy(id, hint !== null || node.type === 'file', error !== null, origin !== null),
    why: whyView(position, indices, evaluation),
  };
  const answer = given ?? evaluation.prefilled(position, indices) ?? node.initial;
  const known = isValue(answer) ? answer : undefined;
  const value = context.rejected[name] ?? (known === undefined ? '' : inputText(node, known));
  if (node.locked || origin?.locked) {
    return { ...parts, template: 'field-locked', optional: false, value: known === undefined ? '' : displayValue(node, known, wording) };
  }
  switch (node.type) {
    case 'date':
      return Object.assign(dateParts(node, id, name, value, wording.language), parts);
    case 'boolean':
      return { template: 'field-radios', options: booleanOptions(id, value, wording.language), ...parts };
    case 'select': {
      const codes = offeredCodes(
        context.form.definition.codeLists[node.codeList ?? '']?.codes ?? [],
        evaluation.allowed(position, indices),
      );
      if (wantsRadios(node, codes)) return { template: 'field-radios', options: radioOptions(id, codes, value, node, wording), ...parts };
      if (wantsSearch(node, codes)) return { ...parts, ...searchParts(node, codes, value, parts, context) };
      return {
        template: 'field-select',
        autocomplete: node.autocomplete ?? null,
        options: selectOptions(codes, value, node, wording),
        ...parts,
      };
    }
    case 'file':
      return { ...parts, ...fileParts(node, known, wording.language) };
    default:
      if (!wantsTextarea(node)) return textView(parts, node, value);
      return {
        template: 'field-textarea',
        value,
        maxLength: node.constraints.maxLength ?? null,
        autocomplete: node.autocomplete ?? null,
        ...parts,
      };
  }
}
