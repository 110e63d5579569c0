import { deriveAttributes, inputText, isValue, personFields } from '@serviceportal/form-engine';
import type { Evaluation, FieldNode, Form, PersonAttribute, Position } from '@serviceportal/form-engine';
import type { SourcedOffer } from './with-prefilled.js';

/**
 * What somebody said about themselves in another application, for the questions of this form: the same about the person, and the
 * same element beside such a question (an addition to the address).
 */
export function earlierOffers(form: Form, earlier: { readonly form: Form; readonly evaluation: Evaluation }, name: string): SourcedOffer[] {
  const source = { kind: 'application', name, level: null, locked: false } as const;
  const answerOf = (position: Position): string | undefined => {
    if (!earlier.evaluation.relevant(position, [])) return undefined;
    const answer = earlier.evaluation.answer(position, []);
    return isValue(answer) ? inputText(position.node as FieldNode, answer) || undefined : undefined;
  };
  const told: Partial<Record<PersonAttribute, string>> = {};
  for (const { position, attribute } of personFields(earlier.form)) told[attribute] ??= answerOf(position);
  const known = deriveAttributes(told);
  const person = personFields(form).flatMap(({ position, attribute }) => {
    const text = known[attribute];
    return text === undefined ? [] : [{ position, text, source }];
  });
  const before = besidePerson(earlier.form);
  const beside = [...besidePerson(form)].flatMap(([id, position]) => {
    const same = before.get(id);
    const text = same && answerOf(same);
    return text === undefined ? [] : [{ position, text, source }];
  });
  return [...person, ...beside];
}

/** Further questions in the groups that ask for the person, by id; none that stands in several of them. */
function besidePerson(form: Form): ReadonlyMap<string, Position> {
  const known = new Set(personFields(form).map(({ position }) => position));
  const groups = new Set([...known].map(({ parent }) => parent));
  const found = new Map<string, Position>();
  const several = new Set<string>();
  for (const position of form.positions) {
    const { node, parent, repeats } = position;
    const isOther =
      node.kind === 'field' && node.prefill !== 'none' && node.type !== 'file' && repeats.length === 0 && !known.has(position);
    if (!isOther || parent === null || !groups.has(parent)) continue;
    if (found.has(node.id)) several.add(node.id);
    found.set(node.id, position);
  }
  for (const id of several) found.delete(id);
  return found;
}
