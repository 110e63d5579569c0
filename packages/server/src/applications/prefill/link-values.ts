import { deriveAttributes, fillIn, evaluate, parseInstanceName, personAttributes, personFields } from '@serviceportal/form-engine';
import type { Form, PersonAttribute, Position } from '@serviceportal/form-engine';
import { z } from 'zod';

/** What somebody who prepares a link knows: about the person, and answers by id, nested as the form is. */
export const linkValuesSchema = z.strictObject({
  person: z.partialRecord(z.enum(personAttributes), z.string()).default({}),
  answers: z.record(z.string(), z.unknown()).default({}),
});

export type LinkValues = z.infer<typeof linkValuesSchema>;

/** Texts by path, ready for a link; or what of them does not fit the form, with the reason. */
export function linkTexts(
  form: Form,
  { person, answers }: LinkValues,
  today: string,
): { readonly texts: Readonly<Record<string, string>> } | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const texts: Record<string, string> = {};
  const take = (position: Position, text: string): void => void (texts[position.path] = text);

  const known = deriveAttributes(person);
  const asked = personFields(form);
  for (const { position, attribute } of asked) if (known[attribute] !== undefined) take(position, known[attribute]);
  for (const attribute of Object.keys(person) as PersonAttribute[]) {
    if (!isUsed(attribute, asked)) problems.push(`person.${attribute}: no question of this service asks for it`);
  }

  function walk(values: Readonly<Record<string, unknown>>, around: string): void {
    for (const [id, value] of Object.entries(values)) {
      const path = around === '' ? id : `${around}/${id}`;
      const position = parseInstanceName(form, path)?.position;
      if (!position) problems.push(`answers ${path}: the service has no such element`);
      else if (position.repeats.length > 0) problems.push(`answers ${path}: stands in a list; lists cannot be filled in`);
      else if (position.node.kind === 'group' && isRecord(value)) walk(value, path);
      else if (position.node.kind === 'field' && ['string', 'number', 'boolean'].includes(typeof value)) take(position, String(value));
      else
        problems.push(`answers ${path}: a ${position.node.kind === 'group' ? 'group of answers' : 'text, number or yes/no'} is expected`);
    }
  }
  walk(answers, '');

  const offers = Object.entries(texts).flatMap(([path, text]) => {
    const position = form.byPath.get(path);
    return position ? [{ position, text }] : [];
  });
  const { taken } = fillIn(form, evaluate(form, {}, { today }), offers);
  for (const offer of offers) {
    if (taken.some((one) => one.offer === offer)) continue;
    problems.push(`${offer.position.path} („${offer.position.node.label}“): ${JSON.stringify(offer.text)} does not fit the question`);
  }
  return problems.length > 0 ? { problems } : { texts };
}

/** Is it asked for itself, or in another form (a birthday in three parts)? */
function isUsed(attribute: PersonAttribute, asked: ReturnType<typeof personFields>): boolean {
  const follows = deriveAttributes({ [attribute]: attribute === 'birth-date' ? '2000-01-01' : 'X 1' });
  return asked.some(
    (field) =>
      field.attribute in follows ||
      (attribute !== 'birth-date' && field.attribute === 'street-address' && ['street', 'house-number'].includes(attribute)),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
