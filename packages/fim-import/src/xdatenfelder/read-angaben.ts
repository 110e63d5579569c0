import { say } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { type XmlElement, childrenOf } from '../xml/xml-element.js';
import type { AllgemeineAngaben, Freigabestatus, Identifikation, Relation, Schemaelementangaben, Stichwort } from './angaben.js';
import { readBezug } from './read-bezug.js';
import type { Reading } from './reading.js';

/**
 * An id becomes part of paths, property names and XML names: a letter, then letters, digits, `_`, `-`, and at least one
 * digit. The digit keeps names such as `constructor` out.
 */
const usableId = /^[A-Za-z](?=[^0-9]*[0-9])[\w-]*$/;
const usableVersion = /^[0-9]+(\.[0-9]+)*$/;

const statuses: ReadonlySet<string> = new Set<Freigabestatus>([
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  'inVorbereitung',
  'aktiv',
  'inaktiv',
]);
const isStatus = (code: string): code is Freigabestatus => statuses.has(code);

/** Reads `identifikation` or an element like it. */
export function readIdentifikation(reading: Reading, element: XmlElement): Identifikation {
  const id = reading.required(element, 'id');
  const version = reading.singleLine(reading.unambiguous(element, 'version'));
  if (!usableId.test(id)) {
    throw new FimInputError(
      'fim-element-invalid',
      reading.file,
      say({ de: `„${id}“ ist keine FIM-Id (ein Buchstabe und Ziffern).`, en: `“${id}” is no FIM id (a letter and digits).` }),
      element,
    );
  }
  if (version !== undefined && !usableVersion.test(version)) {
    throw new FimInputError(
      'fim-element-invalid',
      reading.file,
      say({ de: `„${version}“ ist keine Version (Ziffern und Punkte).`, en: `“${version}” is no version (digits and dots).` }),
      element,
    );
  }
  return { id, ...(version !== undefined && { version }) };
}

/** The id of the element itself: its direct child, not one of a rule inside it. */
export function readOwnIdentifikation(reading: Reading, element: XmlElement): Identifikation {
  const identifikation = reading.unambiguous(element, 'identifikation');
  if (identifikation !== undefined) return readIdentifikation(reading, identifikation);
  throw new FimInputError(
    'fim-element-missing',
    reading.file,
    say({ de: `In „${element.name}“ fehlt „identifikation“.`, en: `“identifikation” is missing in “${element.name}”.` }),
    element,
  );
}

export function readAllgemeineAngaben(reading: Reading, element: XmlElement): AllgemeineAngaben {
  return {
    ...readOwnIdentifikation(reading, element),
    name: reading.required(element, 'name'),
    ...present({
      beschreibung: reading.paragraphs(element, 'beschreibung'),
      definition: reading.paragraphs(element, 'definition'),
      freigabestatus: readFreigabestatus(reading, element),
      statusGesetztAm: reading.optional(element, 'statusGesetztAm') ?? reading.optional(element, 'freigabedatum'),
      statusGesetztDurch: reading.optional(element, 'statusGesetztDurch') ?? reading.optional(element, 'fachlicherErsteller'),
      gueltigAb: reading.optional(element, 'gueltigAb'),
      gueltigBis: reading.optional(element, 'gueltigBis'),
      versionshinweis: reading.optional(element, 'versionshinweis'),
      veroeffentlichungsdatum: reading.optional(element, 'veroeffentlichungsdatum'),
      letzteAenderung: reading.optional(element, 'letzteAenderung'),
    }),
    bezug: readBezug(reading, element),
    stichworte: readStichworte(reading, element),
    ...readRelationen(reading, element),
    place: { line: element.line, column: element.column },
  };
}

export function readSchemaelementangaben(reading: Reading, element: XmlElement): Schemaelementangaben {
  const angaben = readAllgemeineAngaben(reading, element);
  const bezeichnung = reading.singleLine(reading.unambiguous(element, 'bezeichnungEingabe'));
  if (bezeichnung === undefined)
    reading.warn(
      element,
      say({
        de: `${angaben.id} hat keine „bezeichnungEingabe“; verwendet wird der Name.`,
        en: `${angaben.id} has no “bezeichnungEingabe”; the name is used.`,
      }),
    );
  return {
    ...angaben,
    bezeichnungEingabe: bezeichnung ?? angaben.name,
    ...present({
      bezeichnungAusgabe: reading.optional(element, 'bezeichnungAusgabe'),
      hilfetextEingabe: reading.paragraphs(element, 'hilfetextEingabe'),
      hilfetextAusgabe: reading.paragraphs(element, 'hilfetextAusgabe'),
      schemaelementart: reading.code(element, 'schemaelementart'),
    }),
  };
}

export function readStichworte(reading: Reading, element: XmlElement): readonly Stichwort[] {
  return childrenOf(element, 'stichwort').flatMap((stichwort) => {
    const text = reading.singleLine(stichwort);
    return text === undefined ? [] : [{ text, ...present({ uri: stichwort.attribute('uri') }) }];
  });
}

function readRelationen(reading: Reading, element: XmlElement): Pick<AllgemeineAngaben, 'relationen'> {
  if (!reading.relations) return {};
  const relationen = childrenOf(element, 'relation').flatMap((relation) => readRelation(reading, relation));
  return relationen.length > 0 ? { relationen } : {};
}

function readRelation(reading: Reading, element: XmlElement): readonly Relation[] {
  const praedikat = reading.code(element, 'praedikat');
  const objekt = reading.unambiguous(element, 'objekt');
  return praedikat === undefined || objekt === undefined ? [] : [{ praedikat, objekt: readIdentifikation(reading, objekt) }];
}

export function readFreigabestatus(reading: Reading, element: XmlElement): Freigabestatus | undefined {
  const code = reading.code(element, reading.fassung === '2.0' ? 'status' : 'freigabestatus');
  if (code === undefined || isStatus(code)) return code;
  reading.warn(
    element,
    say({ de: `„${code}“ ist kein bekannter Freigabestatus.`, en: `“${code}” is no known release state (Freigabestatus).` }),
  );
  return undefined;
}

/** Leaves out what is undefined. */
export function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
