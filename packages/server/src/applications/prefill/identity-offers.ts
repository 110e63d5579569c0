import { assuranceLevels, deriveAttributes, derivedFrom, personFields, reaches } from '@serviceportal/form-engine';
import type { AssuranceLevel, Form, PersonAttribute } from '@serviceportal/form-engine';
import type { Identity } from '@serviceportal/portal-adapter';
import type { SourcedOffer } from './with-prefilled.js';

/**
 * What somebody who signed in need not type. `lockFrom`: the level from which a value cannot be changed; `name`: of the account, as
 * people know it.
 */
export function identityOffers(form: Form, { attributes }: Identity, name: string, lockFrom: AssuranceLevel): SourcedOffer[] {
  const told = Object.fromEntries(Object.entries(attributes).map(([attribute, { value }]) => [attribute, value]));
  const known = deriveAttributes(told);
  const levelOf = (attribute: PersonAttribute): AssuranceLevel => {
    const from = attribute in attributes ? [attribute] : (derivedFrom[attribute] ?? []);
    const ranks = from.map((one) => assuranceLevels.indexOf(attributes[one]?.level ?? 'basic'));
    return assuranceLevels[Math.min(...ranks)] ?? 'basic';
  };
  return personFields(form).flatMap(({ position, attribute }) => {
    const text = known[attribute];
    const level = levelOf(attribute);
    // `basic` is what people say of themselves, also where no more is demanded.
    const locked = level !== 'basic' && reaches(level, lockFrom);
    return text === undefined ? [] : [{ position, text, source: { kind: 'identity', name, level: locked ? level : null, locked } }];
  });
}

/** What of a person the questions of a form need. */
export const neededAttributes = (form: Form): PersonAttribute[] => [...new Set(personFields(form).map(({ attribute }) => attribute))];
