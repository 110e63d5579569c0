import type { FieldNode, Widget } from '../../form/form-node.js';
import { isGermanPostcode } from '../../form/german-postcode.js';
import type { TextView } from '../views.js';

/** Texts longer than this get several lines. */
const oneLine = 255;

export const wantsTextarea = ({ type, widget, constraints }: FieldNode): boolean =>
  type === 'text' && (widget === 'textarea' || (widget === undefined && (constraints.maxLength ?? 0) > oneLine));

const inGroups: readonly Widget[] = ['iban', 'bic', 'tax-id', 'postcode'];

const inputTypes: Readonly<Record<string, TextView['type']>> = { email: 'email', tel: 'tel' };

/** What all inputs show. */
type Common = Pick<TextView, 'id' | 'name' | 'label' | 'hint' | 'origin' | 'optional' | 'error' | 'describedBy' | 'why' | 'decides'>;

/** A single-line input. Numbers are text with a number pad: `type=number` loses what it cannot read. */
export function textView(common: Common, node: FieldNode, value: string): TextView {
  const { type, widget, constraints } = node;
  const whole = type === 'integer' || isGermanPostcode(node) || widget === 'tax-id';
  const decimal = type === 'number' || type === 'currency';
  return {
    template: 'field-text',
    type: inputTypes[widget ?? ''] ?? 'text',
    value,
    inputMode: whole ? 'numeric' : decimal ? 'decimal' : null,
    autocomplete: node.autocomplete ?? null,
    // Numbers may be typed in groups: their length is checked after the spaces are taken out.
    maxLength: type === 'text' && !(widget && inGroups.includes(widget)) ? (constraints.maxLength ?? null) : null,
    width: widthOf(node),
    unit: type === 'currency' ? '€' : null,
    addressPart: widget === 'postcode' ? 'postcode' : node.attribute === 'place' || node.autocomplete === 'address-level2' ? 'place' : null,
    // Last: properties behind a spread cost V8 some microseconds each, and this is the most frequent view.
    ...common,
  };
}

function widthOf({ type, widget, constraints }: FieldNode): TextView['width'] {
  if (type === 'integer' || type === 'time' || widget === 'postcode') return 'short';
  if (type === 'number' || type === 'currency' || type === 'datetime' || widget === 'bic' || widget === 'tax-id' || widget === 'tel')
    return 'medium';
  const longest = constraints.maxLength ?? Infinity;
  return longest <= 8 ? 'short' : longest <= 20 ? 'medium' : 'full';
}
