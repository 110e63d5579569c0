import type { XmlNode } from '../xml/write-xml.js';
import type { AllgemeineAngaben, Identifikation, Rechtsbezug, Schemaelementangaben, Stichwort } from '../xdatenfelder/angaben.js';
import type { Vocabulary } from './vocabulary.js';
import { joinedBezug } from './joined-bezug.js';

export function identifikation(xdf: Vocabulary, { id, version }: Identifikation, name = 'identifikation'): XmlNode {
  return xdf.element(name, [xdf.element('id', id), ...xdf.optional('version', version)]);
}

/** Version 2 has one element for all norms, and demands it. */
export function bezug(xdf: Vocabulary, norms: readonly Rechtsbezug[]): readonly XmlNode[] {
  if (xdf.fassung === '2.0') return [xdf.element('bezug', joinedBezug(norms))];
  return norms.map(({ text, link }) => xdf.element('bezug', text, { link }));
}

export const stichworte = (xdf: Vocabulary, words: readonly Stichwort[] = []): readonly XmlNode[] =>
  words.map(({ text, uri }) => xdf.element('stichwort', text, { uri }));

/** @param labels `bezeichnungEingabe` and `bezeichnungAusgabe`, which version 2 has here */
export function allgemeineAngaben(xdf: Vocabulary, angaben: AllgemeineAngaben, labels: readonly XmlNode[]): readonly XmlNode[] {
  const begin = [identifikation(xdf, angaben), xdf.element('name', angaben.name)];
  const texts = [
    ...xdf.always2('beschreibung', angaben.beschreibung),
    ...xdf.always2('definition', angaben.definition),
    ...bezug(xdf, angaben.bezug),
  ];
  const validity = [...xdf.optional('gueltigAb', angaben.gueltigAb), ...xdf.optional('gueltigBis', angaben.gueltigBis)];
  const note = xdf.optional('versionshinweis', angaben.versionshinweis);
  const published = xdf.optional('veroeffentlichungsdatum', angaben.veroeffentlichungsdatum);
  if (xdf.fassung === '2.0') {
    const creator = xdf.optional('fachlicherErsteller', angaben.statusGesetztDurch);
    const released = xdf.optional('freigabedatum', angaben.statusGesetztAm);
    const status = xdf.coded('status', angaben.freigabestatus);
    return [...begin, ...labels, ...texts, ...status, ...validity, ...creator, ...note, ...released, ...published];
  }
  return [
    ...begin,
    ...texts,
    ...xdf.coded('freigabestatus', angaben.freigabestatus),
    ...xdf.optional('statusGesetztAm', angaben.statusGesetztAm),
    ...xdf.optional('statusGesetztDurch', angaben.statusGesetztDurch),
    ...validity,
    ...note,
    ...published,
    ...xdf.optional('letzteAenderung', angaben.letzteAenderung),
    ...(angaben.relationen ?? []).map(({ praedikat, objekt }) =>
      xdf.element('relation', [...xdf.coded('praedikat', praedikat), identifikation(xdf, objekt, 'objekt')]),
    ),
    ...stichworte(xdf, angaben.stichworte),
  ];
}

export function schemaelementangaben(xdf: Vocabulary, angaben: Schemaelementangaben): readonly XmlNode[] {
  const labels = [
    xdf.element('bezeichnungEingabe', angaben.bezeichnungEingabe),
    ...xdf.optional('bezeichnungAusgabe', angaben.bezeichnungAusgabe),
  ];
  return [
    ...allgemeineAngaben(xdf, angaben, labels),
    ...(xdf.fassung === '3.0.0' ? labels : []),
    ...xdf.coded('schemaelementart', angaben.schemaelementart),
    ...xdf.always2('hilfetextEingabe', angaben.hilfetextEingabe),
    ...xdf.always2('hilfetextAusgabe', angaben.hilfetextAusgabe),
  ];
}
