/**
 * What portals know about a person who applies. Dates are ISO dates; `title` is a doctoral degree; `street-address` is street and
 * house number in one line; `birth-day`, `birth-month`, `birth-year` are the parts of `birth-date`.
 */
export const personAttributes = [
  'given-names',
  'family-name',
  'birth-name',
  'title',
  'birth-date',
  'birth-day',
  'birth-month',
  'birth-year',
  'birth-place',
  'nationality',
  'street',
  'house-number',
  'street-address',
  'postcode',
  'place',
  'country',
  'email',
  'phone',
] as const;

export type PersonAttribute = (typeof personAttributes)[number];

/** What follows from one attribute: nobody has to say a birthday in two ways. */
export const derivedFrom: Readonly<Partial<Record<PersonAttribute, readonly PersonAttribute[]>>> = {
  'birth-day': ['birth-date'],
  'birth-month': ['birth-date'],
  'birth-year': ['birth-date'],
  street: ['street-address'],
  'house-number': ['street-address'],
  'street-address': ['street', 'house-number'],
};
