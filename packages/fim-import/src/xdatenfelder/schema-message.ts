import { type Message, say } from '../language.js';
import { FimInputError, type SourcePlace } from '../xml/fim-input-error.js';
import type { ElementHandler, StartTag } from '../xml/element-handler.js';
import { type XmlElement, collectElement } from '../xml/xml-element.js';
import type { Fassung } from './angaben.js';
import { present } from './read-angaben.js';
import { readStammdatenschema } from './read-stammdatenschema.js';
import { Reading, type SchemaWarning } from './reading.js';
import type { Stammdatenschema } from './stammdatenschema.js';
import { structuredElement } from './struktur-handlers.js';

/** Versions of the standard that are read, by namespace. */
export const fassungen: ReadonlyMap<string, Fassung> = new Map([
  ['urn:xoev-de:fim:standard:xdatenfelder_2', '2.0'],
  ['urn:xoev-de:fim:standard:xdatenfelder_3.0.0', '3.0.0'],
]);

const messages: ReadonlyMap<string, Message> = new Map([
  ['xdatenfelder.dokumentsteckbrief.0101', { de: 'einen Dokumentsteckbrief', en: 'a Dokumentsteckbrief' }],
  ['xdatenfelder.datenfeldgruppe.0103', { de: 'eine einzelne Datenfeldgruppe', en: 'a single Datenfeldgruppe' }],
  ['xdatenfelder.datenfeld.0104', { de: 'ein einzelnes Datenfeld', en: 'a single Datenfeld' }],
  ['xdatenfelder.codeliste.0105', { de: 'eine Codeliste', en: 'a code list' }],
  ['xdatenfelder.uebersetzung.0106', { de: 'eine Übersetzung', en: 'a translation' }],
]);

/** What a message says about itself. */
export interface Nachrichtenkopf {
  readonly nachrichtId?: string;
  /** ISO 8601 */
  readonly erstellungszeitpunkt?: string;
}

/** A schema and what was remarked while reading it. */
export interface ReadSchema {
  readonly schema: Stammdatenschema;
  readonly kopf?: Nachrichtenkopf;
  /** How many relations were passed over, because they were not asked for. */
  readonly skippedRelations?: number;
  readonly warnings: readonly SchemaWarning[];
}

const readKopf = (reading: Reading, header: XmlElement): Nachrichtenkopf =>
  present({ nachrichtId: reading.optional(header, 'nachrichtID'), erstellungszeitpunkt: reading.optional(header, 'erstellungszeitpunkt') });

/** Reads the one message that carries a schema: stammdatenschema.0102 of XDatenfelder 2.0 or 3.0.0. */
export class SchemaMessage {
  readonly #file: string;
  readonly #relations: boolean;
  #kopf: Nachrichtenkopf = {};
  #result: ReadSchema | undefined;
  #start: SourcePlace | undefined;

  constructor(file: string, relations = false) {
    this.#file = file;
    this.#relations = relations;
  }

  readonly root = (tag: StartTag): ElementHandler => {
    this.#start = tag;
    const reading = new Reading(this.#file, this.#fassungOf(tag), tag.namespace, this.#relations);
    return {
      child: (payload) => {
        if (payload.namespace !== tag.namespace) return undefined;
        if (payload.name === 'header')
          return collectElement(payload, reading.accepts, (header) => (this.#kopf = readKopf(reading, header)));
        if (payload.name !== 'stammdatenschema') return undefined;
        if (this.#result !== undefined) {
          throw new FimInputError(
            'fim-element-duplicate',
            this.#file,
            say({ de: 'Die Nachricht enthält zwei Schemas. Teilen Sie sie auf.', en: 'The message holds two schemas. Split it.' }),
            payload,
          );
        }
        return structuredElement(reading, payload, (element, struktur) => {
          const schema = readStammdatenschema(reading, element, struktur);
          this.#result = { schema, kopf: this.#kopf, skippedRelations: reading.skippedRelations, warnings: reading.warnings };
        });
      },
    };
  };

  /** @throws FimInputError if the message held no schema */
  result(): ReadSchema {
    if (this.#result !== undefined) return this.#result;
    throw new FimInputError(
      'fim-element-missing',
      this.#file,
      say({ de: 'Die Nachricht enthält kein „stammdatenschema“.', en: 'The message holds no “stammdatenschema”.' }),
      this.#start,
    );
  }

  #fassungOf(tag: StartTag): Fassung {
    const fassung = fassungen.get(tag.namespace);
    if (fassung === undefined && tag.namespace.startsWith('urn:xoev-de:fim:standard:xdatenfelder_')) {
      const known = [...fassungen.values()].join(say({ de: ' oder ', en: ' or ' }));
      this.#fail(
        'fim-namespace-unknown',
        say({
          de: `„${tag.namespace}“ ist eine Fassung, die nicht gelesen wird. Wandeln Sie die Datei in ${known} um.`,
          en: `“${tag.namespace}” is a version that is not read. Convert the file to ${known}.`,
        }),
        tag,
      );
    }
    if (fassung === undefined) {
      const where =
        tag.namespace === ''
          ? { de: 'ohne Namensraum', en: 'without namespace' }
          : { de: `im Namensraum „${tag.namespace}“`, en: `in namespace “${tag.namespace}”` };
      const reason = say({
        de: `Das ist keine XDatenfelder-Datei: Ihr oberstes Element ist „${tag.name}“ ${where.de}.`,
        en: `This is no XDatenfelder file: its root element is “${tag.name}” ${where.en}.`,
      });
      this.#fail('fim-not-xdatenfelder', reason, tag);
    }
    if (tag.name !== 'xdatenfelder.stammdatenschema.0102') {
      const kind = messages.get(tag.name) ?? { de: `die Nachricht „${tag.name}“`, en: `the message “${tag.name}”` };
      const reason = say({
        de: `Die Datei enthält ${kind.de}, kein Datenschema. Exportieren Sie das Datenschema (Nachricht 0102).`,
        en: `The file holds ${kind.en}, no schema. Export the schema (message 0102).`,
      });
      this.#fail('fim-not-a-schema', reason, tag);
    }
    return fassung;
  }

  #fail(code: 'fim-namespace-unknown' | 'fim-not-xdatenfelder' | 'fim-not-a-schema', reason: string, tag: StartTag): never {
    throw new FimInputError(code, this.#file, reason, tag);
  }
}
