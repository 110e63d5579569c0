import { displayValue } from '../answers/display-value.js';
import { isValue } from '../answers/read-answer.js';
import type { FieldNode } from '../form/form-node.js';
import type { Form } from '../form/form.js';
import type { Wording } from '../form/wording.js';
import type { Evaluation } from '../rules/evaluation.js';
import type { PersonAttribute } from './person-attribute.js';
import { personFields } from './person-fields.js';

/**
 * Name and address of who applies, in lines as on an envelope; empty where the form did not ask for all of it. Of several questions for
 * the same the first answer counts.
 */
export function applicantAddress(form: Form, evaluation: Evaluation, wording: Wording): string[] {
  const known = new Map<PersonAttribute, string>();
  for (const { position, attribute } of personFields(form)) {
    const answer = known.has(attribute) || !evaluation.relevant(position, []) ? undefined : evaluation.answer(position, []);
    if (answer !== undefined && isValue(answer)) known.set(attribute, displayValue(position.node as FieldNode, answer, wording));
  }
  const line = (...parts: readonly PersonAttribute[]): string => parts.flatMap((part) => known.get(part)?.trim() || []).join(' ');
  const name = line('title', 'given-names', 'family-name');
  const street = known.get('street-address')?.trim() || line('street', 'house-number');
  const place = line('postcode', 'place');
  if (!known.has('family-name') || !known.has('place') || street === '') return [];
  const country = known.get('country') ?? '';
  return [name, street, place, /^(Deutschland|Germany|DE|000)?$/i.test(country) ? '' : country.toUpperCase()].filter((text) => text !== '');
}
