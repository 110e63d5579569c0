import { displayValue } from '../../answers/display-value.js';
import { isValue } from '../../answers/read-answer.js';
import type { Answer } from '../../answers/answers.js';
import type { FieldNode } from '../../form/form-node.js';
import type { Position } from '../../form/form.js';
import { instanceName } from '../../form/instance-name.js';
import { sourceOf } from '../../prefill/prefilled.js';
import type { AnswerRow } from '../views.js';
import { labelText } from './element-text.js';
import type { FormContext } from './form-context.js';
import { originText } from './origin-view.js';

export type AnswerSource = Pick<FormContext, 'evaluation' | 'wording' | 'prefilled'>;

/** The answer of one field; several answers are several lines. No row without an answer. */
export function answerRows(
  position: Position,
  indices: readonly number[],
  { evaluation, wording, prefilled }: AnswerSource,
  fimIds: boolean,
): AnswerRow[] {
  const node = position.node as FieldNode;
  const answer = evaluation.answer(position, indices) ?? (node.locked ? node.initial : undefined);
  const values = (Array.isArray(answer) ? (answer as readonly Answer[]) : [answer]).filter(isValue);
  if (values.length === 0) return [];
  const value = values.map((one) => displayValue(node, one, wording)).join('\n');
  const source = sourceOf(prefilled, instanceName(position, indices), answer);
  const origin = source && originText(source, wording.language);
  return [{ label: labelText(position, wording), value, origin, fim: fimIds ? [node.id, node.version].filter(Boolean).join(' ') : '' }];
}
