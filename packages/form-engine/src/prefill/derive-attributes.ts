import { personAttributes, type PersonAttribute } from './person-attribute.js';

type Attributes = Readonly<Partial<Record<PersonAttribute, string>>>;

/** "Am Alten Markt 12 a": the number is the last thing, and begins the only group of digits after the street. */
const streetAndNumber = /^(?<street>\D*[\p{L}.])\s+(?<number>\d{1,4}(\s?[a-zA-Z])?(\s?[-/+]\s?\d{1,4}(\s?[a-zA-Z])?)?)$/u;

/** Adds the parts of a date of birth, the date of its parts, street and number from their line, and the line from both. What cannot be told apart is left out. */
export function deriveAttributes(known: Attributes): Attributes {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(known['birth-date'] ?? '');
  const line = streetAndNumber.exec(known['street-address'] ?? '')?.groups;
  const { street, 'house-number': number, 'birth-day': day, 'birth-month': month, 'birth-year': year } = known;
  const derived: Partial<Record<PersonAttribute, string>> = {
    ...(date && { 'birth-year': date[1] ?? '', 'birth-month': String(Number(date[2])), 'birth-day': String(Number(date[3])) }),
    ...(day && month && year && { 'birth-date': [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-') }),
    ...(line && { street: line['street'] ?? '', 'house-number': line['number'] ?? '' }),
    ...(street !== undefined && number !== undefined && { 'street-address': `${street} ${number}` }),
  };
  const all = { ...derived, ...known };
  return Object.fromEntries(personAttributes.flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}
