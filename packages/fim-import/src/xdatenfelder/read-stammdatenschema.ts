import { say } from '../language.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childOf, childrenOf } from '../xml/xml-element.js';
import { present, readAllgemeineAngaben, readIdentifikation } from './read-angaben.js';
import { readRegel } from './read-regel.js';
import type { Reading } from './reading.js';
import type { Stammdatenschema, Struktur } from './stammdatenschema.js';

export function readStammdatenschema(reading: Reading, element: XmlElement, struktur: readonly Struktur[]): Stammdatenschema {
  const angaben = readAllgemeineAngaben(reading, element);
  const steckbrief = childOf(element, 'dokumentsteckbrief');
  const bezeichnung = reading.optional(element, reading.fassung === '2.0' ? 'bezeichnungEingabe' : 'bezeichnung');
  if (bezeichnung === undefined)
    reading.warn(
      element,
      say({
        de: `${angaben.id} hat keine „bezeichnung“; verwendet wird der Name.`,
        en: `${angaben.id} has no “bezeichnung”; the name is used.`,
      }),
    );
  return {
    ...angaben,
    fassung: reading.fassung,
    bezeichnung: bezeichnung ?? angaben.name,
    ...present({
      bezeichnungAusgabe: reading.optional(element, 'bezeichnungAusgabe'),
      hilfetext: reading.paragraphs(element, 'hilfetext'),
      dokumentsteckbrief: steckbrief === undefined ? undefined : readIdentifikation(reading, steckbrief),
      ableitungsmodifikationenStruktur: reading.code(element, 'ableitungsmodifikationenStruktur'),
      ableitungsmodifikationenRepraesentation: reading.code(element, 'ableitungsmodifikationenRepraesentation'),
    }),
    regeln: childrenOf(element, 'regel').map((regel) => readRegel(reading, regel)),
    struktur,
  };
}
