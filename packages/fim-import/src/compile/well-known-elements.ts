import type { FieldType, Widget } from '@serviceportal/form-engine';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';

/** How a well-known field is entered. `autocomplete`: HTML autofill field names (WCAG 1.3.5). */
export interface Entry {
  readonly widget?: Widget;
  readonly autocomplete?: string;
}

const familyName: Entry = { autocomplete: 'family-name' };
const givenName: Entry = { autocomplete: 'given-name' };
const email: Entry = { widget: 'email', autocomplete: 'email' };
const tel: Entry = { widget: 'tel', autocomplete: 'tel' };
const street: Entry = { autocomplete: 'address-line1' };
const postcode: Entry = { widget: 'postcode', autocomplete: 'postal-code' };
const town: Entry = { autocomplete: 'address-level2' };
const birthday: Entry = { autocomplete: 'bday' };

/** Harmonised elements of the Baukasten Optimierter Bausteine (number range 60), in the notation of version 3. */
const byId: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ['F60000000227', familyName],
  ['F60000000228', givenName],
  ['F60000000229', { autocomplete: 'honorific-prefix' }],
  ['F60000000240', tel],
  ['F60000000241', { widget: 'tel' }],
  ['F60000000242', email],
  ['F60000000243', street],
  ['F60000000246', postcode],
  ['F60000000248', { autocomplete: 'address-line2' }],
  ['F60000000261', { autocomplete: 'country-name' }],
  ['F60000000321', { autocomplete: 'url' }],
  ['F60000000332', { autocomplete: 'sex' }],
  ['F60000000247', town],
  ['F60000000319', { autocomplete: 'organization' }],
  ['F60000000382', postcode],
]);

const byName: readonly (readonly [pattern: RegExp, type: FieldType, entry: Entry])[] = [
  [/^(familienname|nachname|name, nachname)$/i, 'text', familyName],
  [/^vornamen?$/i, 'text', givenName],
  [/^e-?mail(-?adresse)?$/i, 'text', email],
  [/^(telefon|telefonnummer|mobil(funk)?(nummer|telefon)?)$/i, 'text', tel],
  [/^stra(ß|ss)e$/i, 'text', street],
  [/^(plz|postleitzahl)\b/i, 'text', postcode],
  [/^(ort|wohnort)$/i, 'text', town],
  [/^geburtsdatum$/i, 'date', birthday],
  [/\biban\b/i, 'text', { widget: 'iban' }],
  [/^(bic|swift)\b/i, 'text', { widget: 'bic' }],
  [/^(steuer-?id|idnr|steuer(liche )?-?identifikationsnummer)\b/i, 'text', { widget: 'tax-id' }],
  [/(beschreibung|begründung|bemerkung|anmerkung|erläuterung)/i, 'text', { widget: 'textarea' }],
];

/** Texts that may be longer than this are given several lines. */
const longText = 250;

/** Parts of a date of birth that may be partly known (G60000000083). */
const birthParts: Readonly<Record<string, Entry>> = {
  F60000000231: { autocomplete: 'bday-day' },
  F60000000232: { autocomplete: 'bday-month' },
  F60000000233: { autocomplete: 'bday-year' },
};

/** @param group the name of the group around the field */
export function wellKnownEntry(field: Datenfeld, type: FieldType, maxLength: number | undefined, group = ''): Entry {
  const id = field.id.replace(/^(F\d\d)(\d{6})$/, '$1000$2');
  const named = byName.find(([pattern, of]) => of === type && (pattern.test(field.name) || pattern.test(field.bezeichnungEingabe)));
  if (type === 'integer' && /^geburtsdatum/i.test(group)) return birthParts[id] ?? {};
  const known = type === 'text' || type === 'select' ? (byId.get(id) ?? named?.[2]) : named?.[2];
  const long = type === 'text' && maxLength !== undefined && maxLength > longText;
  if (known?.widget === 'textarea' && maxLength !== undefined && !long) return {};
  return known ?? (long ? { widget: 'textarea' } : {});
}

/** Groups about someone else than the person filling in: their browser must not offer their own data there. */
const someoneElse =
  /vertret|bevollmächtig|ehegatt|ehepartner|lebenspartner|\bkind|vater|mutter|eltern|gesellschafter|mitarbeit|sachkund|leit(er|ung)|ansprech|halter/i;

export function isAboutSomeoneElse(groupNames: readonly string[]): boolean {
  return groupNames.some((name) => someoneElse.test(name));
}
