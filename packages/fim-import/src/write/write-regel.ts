import type { XmlNode } from '../xml/write-xml.js';
import type { Regel } from '../xdatenfelder/regel.js';
import type { Vocabulary } from './vocabulary.js';
import { bezug, identifikation, stichworte } from './write-angaben.js';

/** What editors of version 2 write where there is no script: the standard demands the element. */
const emptyScript = 'function script() {\r\n\r\n}';

export const regeln = (xdf: Vocabulary, rules: readonly Regel[]): readonly XmlNode[] =>
  rules.map((rule) => xdf.element('regel', xdf.fassung === '2.0' ? regel2(xdf, rule) : regel3(xdf, rule)));

function regel2(xdf: Vocabulary, rule: Regel): readonly XmlNode[] {
  const angaben = rule.angaben2 ?? {};
  return [
    identifikation(xdf, rule),
    xdf.element('name', rule.name),
    xdf.element('bezeichnungEingabe', angaben.bezeichnungEingabe ?? ''),
    ...xdf.optional('bezeichnungAusgabe', angaben.bezeichnungAusgabe),
    xdf.element('beschreibung', rule.beschreibung ?? ''),
    xdf.element('definition', rule.text ?? ''),
    ...bezug(xdf, rule.bezug),
    ...xdf.coded('status', angaben.freigabestatus),
    ...xdf.optional('gueltigAb', angaben.gueltigAb),
    ...xdf.optional('gueltigBis', angaben.gueltigBis),
    ...xdf.optional('fachlicherErsteller', rule.fachlicherErsteller),
    ...xdf.optional('versionshinweis', angaben.versionshinweis),
    ...xdf.optional('freigabedatum', angaben.statusGesetztAm),
    ...xdf.optional('veroeffentlichungsdatum', angaben.veroeffentlichungsdatum),
    xdf.element('script', rule.skript ?? emptyScript),
  ];
}

function regel3(xdf: Vocabulary, rule: Regel): readonly XmlNode[] {
  return [
    identifikation(xdf, rule),
    xdf.element('name', rule.name),
    ...xdf.optional('beschreibung', rule.beschreibung),
    ...xdf.optional('freitextRegel', rule.text),
    ...bezug(xdf, rule.bezug),
    ...stichworte(xdf, rule.stichworte),
    ...xdf.optional('fachlicherErsteller', rule.fachlicherErsteller),
    ...xdf.optional('letzteAenderung', rule.letzteAenderung),
    ...xdf.coded('typ', rule.typ),
    ...(rule.parameter ?? []).map(({ element, name, typ }) => xdf.element('param', [xdf.element('typ', typ)], { element, name })),
    ...(rule.ziele ?? []).map(({ element, name }) => xdf.element('ziel', [], { element, name })),
    ...xdf.optional('skript', rule.skript),
    ...rule.fehler.map(({ code, text }) => xdf.element('fehler', text, { code })),
  ];
}
