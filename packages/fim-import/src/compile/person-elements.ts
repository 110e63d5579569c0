import type { FieldType, PersonAttribute } from '@serviceportal/form-engine';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import { isAboutSomeoneElse } from './well-known-elements.js';

/** Harmonised fields about a person (Baukasten Optimierter Bausteine, number range 60), in the notation of version 3. */
const byId: ReadonlyMap<string, PersonAttribute> = new Map<string, PersonAttribute>([
  ['F60000000227', 'family-name'],
  ['F60000000228', 'given-names'],
  ['F60000000229', 'title'],
  ['F60000000230', 'birth-name'],
  ['F60000000234', 'birth-place'],
  ['F60000000236', 'nationality'],
  ['F60000000240', 'phone'],
  ['F60000000242', 'email'],
  ['F60000000243', 'street'],
  ['F60000000244', 'house-number'],
  ['F60000000246', 'postcode'],
  ['F60000000247', 'place'],
]);

const birthParts: ReadonlyMap<string, PersonAttribute> = new Map<string, PersonAttribute>([
  ['F60000000231', 'birth-day'],
  ['F60000000232', 'birth-month'],
  ['F60000000233', 'birth-year'],
]);

/** Words that leave no doubt. "Name" or "Anschrift" alone may be anything. */
const byName: readonly (readonly [pattern: RegExp, type: FieldType, attribute: PersonAttribute])[] = [
  [/^(familienname|nachname)$/i, 'text', 'family-name'],
  [/^vornamen?$/i, 'text', 'given-names'],
  [/^geburtsname$/i, 'text', 'birth-name'],
  [/^geburtsdatum$/i, 'date', 'birth-date'],
  [/^geburtsort$/i, 'text', 'birth-place'],
  [/^stra(ß|ss)e$/i, 'text', 'street'],
  [/^hausnummer$/i, 'text', 'house-number'],
  [/^stra(ß|ss)e (und|\/|,) ?hausnummer$/i, 'text', 'street-address'],
  [/^(plz|postleitzahl)$/i, 'text', 'postcode'],
  [/^(ort|wohnort)$/i, 'text', 'place'],
  [/^e-?mail(-?adresse)?$/i, 'text', 'email'],
  [/^telefon(nummer)?$/i, 'text', 'phone'],
];

/** What a field asks about a person, whoever that is; undefined: nothing that accounts know. */
export function personAttribute(field: Datenfeld, type: FieldType, group = ''): PersonAttribute | undefined {
  const id = field.id.replace(/^(F\d\d)(\d{6})$/, '$1000$2');
  if (type === 'integer') return /^geburtsdatum/i.test(group) ? birthParts.get(id) : undefined;
  if (type !== 'text' && type !== 'date' && type !== 'select') return undefined;
  const named = byName.find(([pattern, of]) => of === type && (pattern.test(field.name) || pattern.test(field.bezeichnungEingabe)));
  return (type === 'date' ? undefined : byId.get(id)) ?? named?.[2];
}

const applicant =
  /antragstell|antrag stell|anzeigende|anzeigeerstatt|anmeldende|steuerpflichtig|^(ihre|meine) (persönlichen )?(angaben|daten)$|(ihrer|meiner) person/i;

/** Other people than `isAboutSomeoneElse` names, things that have an address too, and addresses that are not the person's own one now. */
const other =
  /unternehm|betrieb|firma|gewerb|juristisch|gesellschaft|organisation|verein|behörde|beschäftig|arbeit|stelle\b|kontaktperson|vorstand|beteiligt|weitere|frühere|bisherig|vorherig|neue|künftig|abweich|zustell|rechnung|postfach|^(?!.*(inland|deutschland)).*ausl[aä]nd|gebäude|grundstück|objekt|anlage|veranstalt|ausbild|zahl(er|ungs)|konto|kontoinhab/i;

type Whom = 'applicant' | 'other';

function read(text: string): Whom | 'both' | undefined {
  const isOther = isAboutSomeoneElse([text]) || other.test(text);
  if (applicant.test(text)) return isOther ? 'both' : 'applicant';
  return isOther ? 'other' : undefined;
}

/**
 * Whom a group is about, by what citizens read, else by its name in the catalogue; undefined: neither says it, or it is about several.
 * Only who applies may be filled in: in doubt, nobody.
 */
export function aboutWhom(group: { readonly name: string; readonly bezeichnungEingabe: string }): Whom | undefined {
  if (/juristisch/i.test(group.name)) return 'other';
  // In brackets the catalogue says where and how the group is used.
  const found = read(group.bezeichnungEingabe) ?? read(group.name.replace(/\(.*?\)/g, ''));
  return found === 'both' ? undefined : found;
}
