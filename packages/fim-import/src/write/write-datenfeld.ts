import type { XmlNode } from '../xml/write-xml.js';
import type { CodelisteReferenz, Datenfeld, Praezisierung, Wert } from '../xdatenfelder/datenfeld.js';
import type { Vocabulary } from './vocabulary.js';
import { identifikation, schemaelementangaben } from './write-angaben.js';
import { regeln } from './write-regel.js';

export function datenfeld(xdf: Vocabulary, field: Datenfeld): XmlNode {
  const { praezisierung, inhalt, codelisteReferenz } = field;
  return xdf.element('datenfeld', [
    ...schemaelementangaben(xdf, field),
    ...xdf.coded('feldart', field.feldart),
    ...xdf.coded('datentyp', field.datentyp),
    ...praezisierungOf(xdf, praezisierung),
    ...xdf.always2('inhalt', inhalt),
    ...(xdf.fassung === '3.0.0' ? auswahl3(xdf, field) : codelisteReferenz === undefined ? [] : [referenz2(xdf, codelisteReferenz)]),
    ...regeln(xdf, field.regeln),
    ...(xdf.fassung === '3.0.0' ? datei3(xdf, field) : []),
  ]);
}

/** Version 2 writes the bounds as a JSON object whose values are strings. */
function praezisierungOf(xdf: Vocabulary, { unverstanden, ...bounds }: Praezisierung): readonly XmlNode[] {
  const none = Object.keys(bounds).length === 0;
  if (xdf.fassung === '3.0.0') return none ? [] : [xdf.element('praezisierung', '', bounds)];
  return [xdf.element('praezisierung', unverstanden ?? (none ? '' : JSON.stringify(bounds)))];
}

function auswahl3(xdf: Vocabulary, field: Datenfeld): readonly XmlNode[] {
  const { werte, codelisteReferenz } = field;
  return [
    ...xdf.coded('vorbefuellung', field.vorbefuellung),
    ...(werte === undefined
      ? []
      : [
          xdf.element(
            'werte',
            werte.map((wert) => wertOf(xdf, wert)),
          ),
        ]),
    ...(codelisteReferenz === undefined ? [] : [xdf.element('codelisteReferenz', genericodeIdentification(xdf, codelisteReferenz))]),
    ...xdf.optional('codeKey', field.codeKey),
    ...xdf.optional('nameKey', field.nameKey),
    ...xdf.optional('helpKey', field.helpKey),
  ];
}

const wertOf = (xdf: Vocabulary, { code, name, hilfe }: Wert): XmlNode =>
  xdf.element('wert', [xdf.element('code', code), xdf.element('name', name), ...xdf.optional('hilfe', hilfe)]);

function referenz2(xdf: Vocabulary, { id, idVersion, ...names }: CodelisteReferenz): XmlNode {
  // The standard wants an id. A file without one is read all the same, an empty one is not.
  const list = id === undefined ? [] : [identifikation(xdf, { id, ...(idVersion !== undefined && { version: idVersion }) })];
  return xdf.element('codelisteReferenz', [...list, xdf.element('genericodeIdentification', genericodeIdentification(xdf, names))]);
}

const genericodeIdentification = (xdf: Vocabulary, { kennung, version, versionUri }: CodelisteReferenz): readonly XmlNode[] => [
  ...xdf.always2('canonicalIdentification', kennung),
  ...xdf.always2('version', version),
  ...xdf.always2('canonicalVersionUri', versionUri),
];

const datei3 = (xdf: Vocabulary, { maxSize, mediaTypes }: Datenfeld): readonly XmlNode[] => [
  ...xdf.optional('maxSize', maxSize),
  ...mediaTypes.map((type) => xdf.element('mediaType', type)),
];
