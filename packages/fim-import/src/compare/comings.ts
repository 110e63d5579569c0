import { say } from '../language.js';
import type { Change } from './change.js';
import type { ElementMatch } from './match-elements.js';
import { type PlacedElement, withDescendants } from './placed-element.js';
import { kindOf, named } from './wording.js';

/** Elements that come and go. A group is one change, and says how many fields come and go with it. */
export function* comings({ removed, added }: ElementMatch): Generator<Change> {
  for (const element of topsOf(removed)) {
    const [what, kind] = [`${named(element)}${inside(element, removed)}`, kindOf(element.node)];
    const message = say({ de: `${what} entfällt; es war ${kind}.`, en: `${what} is gone; it was ${kind}.` });
    yield { kind: 'removed', audience: 'citizen', message, places: [{ before: element.path }] };
  }
  for (const element of topsOf(added)) {
    const [what, kind] = [`${named(element)}${inside(element, added)}`, kindOf(element.node)];
    const must = element.node.min > 0 && element.node.kind !== 'note';
    const message = say({
      de: `${what} kommt hinzu: ${kind}${must ? ', Pflicht' : ''}.`,
      en: `${what} is new: ${kind}${must ? ', required' : ''}.`,
    });
    yield { kind: 'added', audience: 'citizen', message, places: [{ after: element.path }] };
  }
}

function topsOf(elements: readonly PlacedElement[]): readonly PlacedElement[] {
  const all = new Set(elements);
  return elements.filter(({ parent }) => parent === null || !all.has(parent));
}

function inside(element: PlacedElement, among: readonly PlacedElement[]): string {
  const fields = withDescendants(element.children).filter((one) => one.node.kind === 'field' && among.includes(one)).length;
  if (fields === 0) return '';
  return say(
    fields === 1 ? { de: ' (mit 1 Feld)', en: ' (with 1 field)' } : { de: ` (mit ${fields} Feldern)`, en: ` (with ${fields} fields)` },
  );
}
