import type { Topic } from './leistungsbeschreibung.js';

/**
 * The text modules of the Leistungskatalog: code list urn:de:xzufi:codeliste:leistungstextmodulleika, version 20240216. Frist, Kosten
 * and Bearbeitungsdauer are no text modules in XZuFi 2.2, but elements of their own.
 */
export const textmodule: Readonly<Record<string, { readonly name: string; readonly topic: Topic }>> = {
  '02': { name: 'Leistungsbezeichnung', topic: 'title' },
  '03': { name: 'Leistungsbezeichnung II', topic: 'plainTitle' },
  '05': { name: 'Kurztext', topic: 'shortText' },
  '06': { name: 'Volltext', topic: 'fullText' },
  '07': { name: 'Handlungsgrundlagen', topic: 'legalBasis' },
  '08': { name: 'Erforderliche Unterlagen', topic: 'documents' },
  '09': { name: 'Voraussetzungen', topic: 'eligibility' },
  '11': { name: 'Verfahrensablauf', topic: 'procedure' },
  '14': { name: 'Formulare', topic: 'forms' },
  '15': { name: 'Weiterführende Informationen', topic: 'furtherInformation' },
  '16': { name: 'Hinweise', topic: 'remarks' },
  '18': { name: 'Urheber', topic: 'author' },
  '22': { name: 'Zuständige Stelle', topic: 'office' },
  '23': { name: 'Ansprechpunkt', topic: 'contact' },
  '24': { name: 'Teaser', topic: 'teaser' },
  '25': { name: 'Rechtsbehelf', topic: 'appeal' },
};

/** Headings under which the PVOG gives the same texts. It names them in words only. */
export const headings: Readonly<Record<string, Topic>> = {
  ...Object.fromEntries(Object.values(textmodule).map(({ name, topic }) => [plainHeading(name), topic])),
  leistungsbeschreibung: 'fullText',
  rechtsgrundlage: 'legalBasis',
  rechtsgrundlagen: 'legalBasis',
  kosten: 'fee',
  gebühren: 'fee',
  frist: 'deadline',
  fristen: 'deadline',
  bearbeitungsdauer: 'duration',
};

/** `Rechtsgrundlage(n)` → `rechtsgrundlagen` */
export function plainHeading(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
