import { say } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { type XmlElement, childOf, childrenOf } from '../xml/xml-element.js';
import type { Identifikation } from './angaben.js';
import type { CodelisteReferenz, Datenfeld, Datentyp, Feldart, Praezisierung, Wert } from './datenfeld.js';
import { present, readIdentifikation, readSchemaelementangaben } from './read-angaben.js';
import { readPraezisierung2, readPraezisierung3 } from './read-praezisierung.js';
import { readRegel } from './read-regel.js';
import type { Reading } from './reading.js';

const feldarten: ReadonlySet<string> = new Set<Feldart>(['input', 'select', 'label', 'hidden', 'locked']);
const isFeldart = (code: string): code is Feldart => feldarten.has(code);

const datentypen: ReadonlySet<string> = new Set<Datentyp>([
  ...(['text', 'text_latin', 'date', 'time', 'datetime', 'bool', 'num', 'num_int', 'num_currency', 'file', 'obj'] as const),
]);
const isDatentyp = (code: string): code is Datentyp => datentypen.has(code);

const vorbefuellungen = ['keine', 'optional', 'verpflichtend'] as const;

export function readDatenfeld(reading: Reading, element: XmlElement): Datenfeld {
  const feldart = readCode(reading, element, 'feldart', isFeldart, 'input');
  const datentyp = readCode(reading, element, 'datentyp', isDatentyp, 'text');
  const vorbefuellung = reading.code(element, 'vorbefuellung');
  return {
    art: 'datenfeld',
    ...readSchemaelementangaben(reading, element),
    feldart,
    datentyp,
    praezisierung: readPraezisierung(reading, element, datentyp),
    ...present({
      inhalt: reading.paragraphs(element, 'inhalt'),
      vorbefuellung: vorbefuellungen.find((known) => known === vorbefuellung),
      werte: readWerte(reading, element),
      codelisteReferenz: readCodelisteReferenz(reading, element),
      codeKey: reading.optional(element, 'codeKey'),
      nameKey: reading.optional(element, 'nameKey'),
      helpKey: reading.optional(element, 'helpKey'),
      maxSize: reading.optional(element, 'maxSize'),
    }),
    regeln: childrenOf(element, 'regel').map((regel) => readRegel(reading, regel)),
    mediaTypes: childrenOf(element, 'mediaType').flatMap((mediaType) => reading.singleLine(mediaType) ?? []),
  };
}

function readPraezisierung(reading: Reading, element: XmlElement, datentyp: Datentyp): Praezisierung {
  const praezisierung = reading.unambiguous(element, 'praezisierung');
  return reading.fassung === '2.0'
    ? readPraezisierung2(praezisierung?.text, datentyp.startsWith('num'))
    : readPraezisierung3(praezisierung);
}

function readWerte(reading: Reading, element: XmlElement): readonly Wert[] | undefined {
  const werte = reading.unambiguous(element, 'werte');
  if (werte === undefined) return undefined;
  return childrenOf(werte, 'wert').map((wert) => {
    const code = reading.required(wert, 'code');
    return { code, name: reading.optional(wert, 'name') ?? code, ...present({ hilfe: reading.paragraphs(wert, 'hilfe') }) };
  });
}

function readCodelisteReferenz(reading: Reading, element: XmlElement): CodelisteReferenz | undefined {
  const referenz = reading.unambiguous(element, 'codelisteReferenz');
  if (referenz === undefined) return undefined;
  const genericode = childOf(referenz, 'genericodeIdentification') ?? referenz;
  const identifikation = childOf(referenz, 'identifikation');
  return present({
    kennung: reading.optional(genericode, 'canonicalIdentification'),
    version: reading.optional(genericode, 'version'),
    versionUri: reading.optional(genericode, 'canonicalVersionUri'),
    ...(identifikation !== undefined && idOf(readIdentifikation(reading, identifikation))),
  });
}

const idOf = ({ id, version }: Identifikation): CodelisteReferenz => ({ id, ...(version !== undefined && { idVersion: version }) });

/** A code that the standard does not know is read as the plainest one, with a warning. */
function readCode<T extends string>(
  reading: Reading,
  element: XmlElement,
  name: string,
  isKnown: (code: string) => code is T,
  plainest: T,
): T {
  const code = reading.code(element, name);
  if (code === undefined) {
    throw new FimInputError(
      'fim-element-missing',
      reading.file,
      say({ de: `Dem Datenfeld fehlt „${name}“.`, en: `The Datenfeld has no “${name}”.` }),
      element,
    );
  }
  if (isKnown(code)) return code;
  reading.warn(
    element,
    say({
      de: `„${code}“ ist kein Wert für ${name} in XDatenfelder ${reading.fassung}; gelesen wird „${plainest}“.`,
      en: `“${code}” is no value of ${name} in XDatenfelder ${reading.fassung}; read as “${plainest}”.`,
    }),
  );
  return plainest;
}
