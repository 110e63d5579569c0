import { say } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { ElementHandler, StartTag } from '../xml/element-handler.js';
import { type XmlElement, childOf, childrenOf, collectElement } from '../xml/xml-element.js';
import type { Datenfeld } from './datenfeld.js';
import { isKnownChild } from './known-elements.js';
import { readSchemaelementangaben } from './read-angaben.js';
import { readAnzahl } from './read-anzahl.js';
import { readBezug } from './read-bezug.js';
import { readDatenfeld } from './read-datenfeld.js';
import { readRegel } from './read-regel.js';
import type { Reading } from './reading.js';
import type { Datenfeldgruppe, Struktur } from './stammdatenschema.js';

/** Reads an element whose `struktur` children are read one by one; the rest of it is small. Relations are skipped unless asked for. */
export function structuredElement(
  reading: Reading,
  tag: StartTag,
  done: (element: XmlElement, struktur: readonly Struktur[]) => void,
): ElementHandler {
  const children: XmlElement[] = [];
  const struktur: Struktur[] = [];
  return {
    child(childTag) {
      if (childTag.name === 'relation' && !reading.relations) {
        reading.skippedRelations++;
        return undefined;
      }
      if (!reading.accepts(childTag) || !isKnownChild(tag.name, childTag.name)) {
        reading.warn(
          childTag,
          say({
            de: `„${childTag.name}“ in „${tag.name}“ gehört nicht zum Standard und wird nicht gelesen.`,
            en: `“${childTag.name}” in “${tag.name}” is not in the standard and is not read.`,
          }),
        );
        return undefined;
      }
      if (childTag.name === 'struktur') return strukturHandler(reading, childTag, (read) => struktur.push(read));
      return collectElement(childTag, reading.accepts, (child) => children.push(child));
    },
    end: () => done({ ...tag, text: '', children }, struktur),
  };
}

function strukturHandler(reading: Reading, tag: StartTag, done: (struktur: Struktur) => void): ElementHandler {
  const children: XmlElement[] = [];
  const elements: (Datenfeld | Datenfeldgruppe)[] = [];
  return {
    child(childTag) {
      if (!reading.accepts(childTag)) return undefined;
      if (childTag.name === 'enthaelt') return enthaeltHandler(reading, (element) => elements.push(element));
      return collectElement(childTag, reading.accepts, (child) => children.push(child));
    },
    end() {
      const struktur: XmlElement = { ...tag, text: '', children };
      const [enthaelt, second] = elements;
      if (enthaelt === undefined || second !== undefined) {
        const reason = say({
          de: `„struktur“ muss genau ein „datenfeld“ oder eine „datenfeldgruppe“ enthalten, nicht ${elements.length}.`,
          en: `“struktur” must hold exactly one “datenfeld” or “datenfeldgruppe”, not ${elements.length}.`,
        });
        throw new FimInputError('fim-element-missing', reading.file, reason, tag);
      }
      done({
        anzahl: readAnzahl(reading, struktur),
        bezug: readBezug(reading, struktur),
        enthaelt,
        place: { line: tag.line, column: tag.column },
      });
    },
  };
}

function enthaeltHandler(reading: Reading, done: (element: Datenfeld | Datenfeldgruppe) => void): ElementHandler {
  return {
    child(tag) {
      if (!reading.accepts(tag)) return undefined;
      if (tag.name === 'datenfeld') {
        return structuredElement(reading, tag, (element) => done(readDatenfeld(reading, element)));
      }
      if (tag.name === 'datenfeldgruppe') {
        return structuredElement(reading, tag, (element, struktur) => done(readGruppe(reading, element, struktur)));
      }
      return undefined;
    },
  };
}

function readGruppe(reading: Reading, element: XmlElement, struktur: readonly Struktur[]): Datenfeldgruppe {
  const art = childOf(element, 'art') === undefined ? undefined : reading.code(element, 'art');
  if (art !== undefined && art !== 'X')
    reading.warn(element, say({ de: `„${art}“ ist keine bekannte Gruppenart.`, en: `“${art}” is no known kind of group (Gruppenart).` }));
  return {
    art: 'datenfeldgruppe',
    ...readSchemaelementangaben(reading, element),
    auswahlgruppe: art === 'X',
    regeln: childrenOf(element, 'regel').map((regel) => readRegel(reading, regel)),
    struktur,
  };
}
