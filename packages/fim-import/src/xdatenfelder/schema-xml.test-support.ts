import { readSchemaText } from './read-schema.js';
import type { ReadSchema } from './schema-message.js';

const namespace = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A position of a schema, described shortly. Children make it a group. */
export interface Given {
  readonly id: string;
  readonly version?: string;
  readonly anzahl?: string;
  readonly name?: string;
  readonly label?: string;
  readonly feldart?: string;
  readonly datentyp?: string;
  readonly codes?: Readonly<Record<string, string>>;
  readonly children?: readonly Given[];
  readonly rules?: readonly string[];
  /** XML that stands before the rules of the element. */
  readonly xml?: string;
}

const coded = (name: string, code: string): string => `<xdf3:${name}><code>${code}</code></xdf3:${name}>`;

const angaben = (id: string, version: string, name: string): string =>
  `<xdf3:identifikation><xdf3:id>${id}</xdf3:id><xdf3:version>${version}</xdf3:version></xdf3:identifikation>` +
  `<xdf3:name>${escapeXml(name)}</xdf3:name>${coded('freigabestatus', '6')}` +
  '<xdf3:letzteAenderung>2026-01-01T00:00:00Z</xdf3:letzteAenderung>';

const regel = (text: string, index: number): string =>
  `<xdf3:regel><xdf3:identifikation><xdf3:id>R0500001000${index}</xdf3:id><xdf3:version>1.0.0</xdf3:version></xdf3:identifikation>` +
  `<xdf3:name>Regel ${index}</xdf3:name><xdf3:freitextRegel>${escapeXml(text)}</xdf3:freitextRegel>` +
  `<xdf3:letzteAenderung>2026-01-01T00:00:00Z</xdf3:letzteAenderung>${coded('typ', 'K')}</xdf3:regel>`;

const regeln = (texts: readonly string[] = []): string => texts.map(regel).join('');

function struktur(given: Given): string {
  const kind = given.children === undefined ? 'datenfeld' : 'datenfeldgruppe';
  const name = given.name ?? given.label ?? given.id;
  const werte = Object.entries(given.codes ?? {}).map(
    ([code, label]) => `<xdf3:wert><xdf3:code>${code}</xdf3:code><xdf3:name>${escapeXml(label)}</xdf3:name></xdf3:wert>`,
  );
  const field =
    coded('feldart', given.feldart ?? (given.codes === undefined ? 'input' : 'select')) +
    coded('datentyp', given.datentyp ?? 'text') +
    (given.xml ?? '') +
    (werte.length > 0 ? `<xdf3:werte>${werte.join('')}</xdf3:werte>` : '');
  const inner = given.children === undefined ? field + regeln(given.rules) : (given.xml ?? '') + regeln(given.rules);
  return (
    `<xdf3:struktur><xdf3:anzahl>${given.anzahl ?? '1:1'}</xdf3:anzahl><xdf3:enthaelt><xdf3:${kind}>` +
    angaben(given.id, given.version ?? '1.0.0', name) +
    `<xdf3:bezeichnungEingabe>${escapeXml(given.label ?? name)}</xdf3:bezeichnungEingabe>${coded('schemaelementart', 'RNG')}` +
    `${inner}${(given.children ?? []).map(struktur).join('\n')}</xdf3:${kind}></xdf3:enthaelt></xdf3:struktur>`
  );
}

/** A complete XDatenfelder 3.0.0 message around these positions. */
export function schemaXml(children: readonly Given[], rules: readonly string[] = [], xml = ''): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<xdf3:xdatenfelder.stammdatenschema.0102 xmlns:xdf3="${namespace}">` +
    '<xdf3:header><xdf3:nachrichtID>1</xdf3:nachrichtID></xdf3:header>\n<xdf3:stammdatenschema>' +
    `${angaben('S05000000001', '1.0.0', 'Prüfschema')}${xml}<xdf3:bezeichnung>Ein Schema</xdf3:bezeichnung>\n` +
    `${regeln(rules)}${children.map(struktur).join('\n')}\n</xdf3:stammdatenschema></xdf3:xdatenfelder.stammdatenschema.0102>`
  );
}

export const readGiven = (children: readonly Given[], rules: readonly string[] = []): ReadSchema =>
  readSchemaText(schemaXml(children, rules), 'schema.xml');
