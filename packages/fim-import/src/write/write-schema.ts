import { type XmlNode, writeXml } from '../xml/write-xml.js';
import type { Nachrichtenkopf } from '../xdatenfelder/schema-message.js';
import type { Datenfeldgruppe, Stammdatenschema, Struktur } from '../xdatenfelder/stammdatenschema.js';
import { Vocabulary } from './vocabulary.js';
import { allgemeineAngaben, bezug, identifikation, schemaelementangaben } from './write-angaben.js';
import { datenfeld } from './write-datenfeld.js';
import { regeln } from './write-regel.js';

/**
 * Writes a schema as message stammdatenschema.0102 of the version that it has (`fassung`). Reading it gives the same model. What the
 * other version knows and this one does not is not written: `convertSchema` converts, and says what is lost.
 */
export function writeSchema(schema: Stammdatenschema, kopf: Nachrichtenkopf = {}): string {
  const xdf = new Vocabulary(schema.fassung);
  const header = xdf.element('header', [
    xdf.element('nachrichtID', kopf.nachrichtId ?? schema.id),
    ...xdf.optional('erstellungszeitpunkt', kopf.erstellungszeitpunkt),
  ]);
  return writeXml(xdf.message('xdatenfelder.stammdatenschema.0102', [header, stammdatenschema(xdf, schema)]));
}

function stammdatenschema(xdf: Vocabulary, schema: Stammdatenschema): XmlNode {
  const { bezeichnung, bezeichnungAusgabe, dokumentsteckbrief } = schema;
  const labels = [xdf.element('bezeichnungEingabe', bezeichnung), ...xdf.optional('bezeichnungAusgabe', bezeichnungAusgabe)];
  const steckbrief =
    xdf.fassung === '2.0' || dokumentsteckbrief === undefined ? [] : [identifikation(xdf, dokumentsteckbrief, 'dokumentsteckbrief')];
  return xdf.element('stammdatenschema', [
    ...allgemeineAngaben(xdf, schema, labels),
    ...(xdf.fassung === '2.0' ? [] : [xdf.element('bezeichnung', bezeichnung)]),
    ...xdf.optional('hilfetext', schema.hilfetext),
    ...xdf.coded('ableitungsmodifikationenStruktur', schema.ableitungsmodifikationenStruktur),
    ...xdf.coded('ableitungsmodifikationenRepraesentation', schema.ableitungsmodifikationenRepraesentation),
    ...steckbrief,
    ...regeln(xdf, schema.regeln),
    ...schema.struktur.map((position) => struktur(xdf, position)),
  ]);
}

function struktur(xdf: Vocabulary, { anzahl, bezug: norms, enthaelt }: Struktur): XmlNode {
  return xdf.element('struktur', [
    xdf.element('anzahl', `${anzahl.min}:${anzahl.max ?? '*'}`),
    ...bezug(xdf, norms),
    xdf.element('enthaelt', [enthaelt.art === 'datenfeld' ? datenfeld(xdf, enthaelt) : datenfeldgruppe(xdf, enthaelt)]),
  ]);
}

function datenfeldgruppe(xdf: Vocabulary, group: Datenfeldgruppe): XmlNode {
  return xdf.element('datenfeldgruppe', [
    ...schemaelementangaben(xdf, group),
    ...(xdf.fassung === '3.0.0' && group.auswahlgruppe ? xdf.coded('art', 'X') : []),
    ...regeln(xdf, group.regeln),
    ...group.struktur.map((position) => struktur(xdf, position)),
  ]);
}
