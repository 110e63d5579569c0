import { XMLBuilder } from 'fast-xml-parser';

/** Namespace of xdomea 3.0.0; its prefix must be `xdomea`. */
export const namespace = 'urn:xoev-de:xdomea:schema:3.0.0';

/** As fast-xml-parser takes nodes with `preserveOrder`. */
export type Xml = { readonly '#text': string } | { readonly [tag: string]: readonly Xml[] | Readonly<Record<string, string>> };

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  format: false,
  suppressEmptyNode: true,
  processEntities: false,
});

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };

// What XML 1.0 cannot hold (section 2.2), also not as a reference.
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(impossible, '').replace(/[&<>"\r]/g, (character) => entities[character] ?? character);
}

function node(name: string, content: string | readonly Xml[], attributes: Readonly<Record<string, string>>): Xml {
  const given = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`@_${key}`, escaped(value)]));
  const children: readonly Xml[] = typeof content !== 'string' ? content : content === '' ? [] : [{ '#text': escaped(content) }];
  return { [name]: children, ':@': given };
}

/** An element of xdomea with a text or with children. */
export function element(name: string, content: string | readonly Xml[]): Xml {
  return node(`xdomea:${name}`, content, {});
}

/** The element, or nothing when there is no text for it. */
export function optional(name: string, text: string | undefined): Xml[] {
  return text === undefined || text === '' ? [] : [element(name, text)];
}

/** A value of a code list (XÖV-Code: `code` and `name` have no namespace). */
export function code(name: string, value: string, list: { uri: string; version: string }, label?: string): Xml {
  const content = [node('code', value, {}), ...(label === undefined ? [] : [node('name', label, {})])];
  return node(`xdomea:${name}`, content, { listURI: list.uri, listVersionID: list.version });
}

/** A whole message, UTF-8. */
export function writeMessage(name: string, content: readonly Xml[]): string {
  const root = node(`xdomea:${name}`, content, { 'xmlns:xdomea': namespace });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build([root]))}\n`;
}

const codeList = (name: string, version: string) => ({ uri: `urn:xoev-de:xdomea:codeliste:${name}`, version });

/** Code lists of xdomea 3.0.0, as its schema names them. */
export const codeLists = {
  messageType: codeList('nachrichtentyp', '2.0'),
  fileFormat: codeList('dateiformat', '1.0'),
  medium: codeList('medium', '1.0'),
  generalFeedback: codeList('allgemeinerueckmeldung', '1.1'),
  disposal: codeList('aussonderungsart', '1.0'),
  appraisal: codeList('bewertungsvorschlag', '1.0'),
} as const;
