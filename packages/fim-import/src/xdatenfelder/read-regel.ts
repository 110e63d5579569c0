import { type XmlElement, childOf, childrenOf } from '../xml/xml-element.js';
import { present, readFreigabestatus, readOwnIdentifikation, readStichworte } from './read-angaben.js';
import { readBezug } from './read-bezug.js';
import type { Reading } from './reading.js';
import type { Regel, RegelZiel } from './regel.js';

/** Editors of version 2 write `function script() {}` with nothing in it. */
const emptyScript = /^\s*function\s+script\s*\(\s*\)\s*\{\s*\}\s*$/;

export function readRegel(reading: Reading, element: XmlElement): Regel {
  const v2 = reading.fassung === '2.0';
  const text = childOf(element, v2 ? 'definition' : 'freitextRegel');
  const skript = childOf(element, v2 ? 'script' : 'skript')?.text;
  const identifikation = readOwnIdentifikation(reading, element);
  return {
    ...identifikation,
    name: reading.optional(element, 'name') ?? identifikation.id,
    ...present({
      beschreibung: reading.paragraphs(element, 'beschreibung'),
      text: text?.text.trim() ? text.text : undefined,
      typ: reading.code(element, 'typ'),
      skript: skript === undefined || skript.trim() === '' || emptyScript.test(skript) ? undefined : skript,
      fachlicherErsteller: reading.optional(element, 'fachlicherErsteller'),
    }),
    bezug: readBezug(reading, element),
    fehler: childrenOf(element, 'fehler').map((fehler) => ({
      text: fehler.text.trim(),
      ...present({ code: fehler.attribute('code') }),
    })),
    ...(v2 ? { angaben2: readAngaben2(reading, element) } : readAngaben3(reading, element)),
    place: { line: element.line, column: element.column },
    textPlace: { line: (text ?? element).line, column: (text ?? element).column },
  };
}

function readAngaben2(reading: Reading, element: XmlElement): NonNullable<Regel['angaben2']> {
  return present({
    bezeichnungEingabe: reading.optional(element, 'bezeichnungEingabe'),
    bezeichnungAusgabe: reading.optional(element, 'bezeichnungAusgabe'),
    freigabestatus: readFreigabestatus(reading, element),
    gueltigAb: reading.optional(element, 'gueltigAb'),
    gueltigBis: reading.optional(element, 'gueltigBis'),
    versionshinweis: reading.optional(element, 'versionshinweis'),
    statusGesetztAm: reading.optional(element, 'freigabedatum'),
    veroeffentlichungsdatum: reading.optional(element, 'veroeffentlichungsdatum'),
  });
}

function readAngaben3(reading: Reading, element: XmlElement): Partial<Regel> {
  const ziel = (child: XmlElement): RegelZiel => ({ element: child.attribute('element') ?? '', name: child.attribute('name') ?? '' });
  const parameter = childrenOf(element, 'param').map((param) => ({ ...ziel(param), typ: reading.optional(param, 'typ') ?? 'wert' }));
  const [stichworte, ziele] = [readStichworte(reading, element), childrenOf(element, 'ziel').map(ziel)];
  return {
    ...present({ letzteAenderung: reading.optional(element, 'letzteAenderung') }),
    ...(stichworte.length > 0 && { stichworte }),
    ...(parameter.length > 0 && { parameter }),
    ...(ziele.length > 0 && { ziele }),
  };
}
