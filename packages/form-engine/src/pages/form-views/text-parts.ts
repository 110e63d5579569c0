import type { FieldNode } from '../../form/form-node.js';
import type { TextView } from '../views.js';

/** Texts longer than this get several lines. */
const oneLine = 255;

export const wantsTextarea = ({ type, widget, constraints }: FieldNode): boolean =>
  type === 'text' && (widget === 'textarea' || (widget === undefined && (constraints.maxLength ?? 0) > oneLine));

const inputTypes: Readonly<Record<string, TextView['type']>> = { email: 'email', tel: 'tel' };

/** A single-line input. Numbers are text with a number pad: `type=number` loses what it cannot read. */
export function textParts(
  node: FieldNode,
  value: string,
): Omit<TextView, 'id' | 'name' | 'label' | 'hint' | 'optional' | 'error' | 'describedBy' | 'why' | 'decides'> {
  const { type, widget, constraints } = node;
  const whole = type === 'integer' || widget === 'postcode' || widget === 'tax-id';
  const decimal = type === 'number' || type === 'currency';
  return {
    template: 'field-text',
    type: inputTypes[widget ?? ''] ?? 'text',
    value,
    inputMode: whole ? 'numeric' : decimal ? 'decimal' : null,
    autocomplete: node.autocomplete ?? null,
    // Numbers may be typed in groups: their length is checked after the spaces are taken out.
    maxLength: type === 'text' && widget !== 'iban' && widget !== 'bic' && widget !== 'tax-id' ? (constraints.maxLength ?? null) : null,
    width: widthOf(node),
    unit: type === 'currency' ? '€' : null,
  };
}

function widthOf({ type, widget, constraints }: FieldNode): TextView['width'] {
  if (type === 'integer' || type === 'time' || widget === 'postcode') return 'short';
  if (type === 'number' || type === 'currency' || type === 'datetime' || widget === 'bic' || widget === 'tax-id' || widget === 'tel')
    return 'medium';
  const longest = constraints.maxLength ?? Infinity;
  return longest <= 8 ? 'short' : longest <= 20 ? 'medium' : 'full';
}
