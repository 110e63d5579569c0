import { XMLBuilder } from 'fast-xml-parser';
import { defaultLimits } from './xml-limits.js';

/** A node as fast-xml-parser takes it with `preserveOrder`; made with `xmlElement`. */
export type XmlNode =
  { readonly '#text': string } | { readonly [tag: string]: readonly XmlNode[] | { readonly [attribute: string]: string } };

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
  processEntities: false,
  maxNestedTags: 2 * defaultLimits.depth,
});

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Reading turns a bare carriage return into a line feed, and every white space of an attribute into a blank.
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};
const escape = (text: string, characters: RegExp): string => text.replace(characters, (character) => entities[character] ?? character);

/** An element with a text or with children. Texts are escaped so that reading gives exactly them. */
export function xmlElement(
  name: string,
  content: string | readonly XmlNode[] = [],
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlNode {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[`@_${key}`, escape(value, /[&<>"\r\n\t]/g)]],
  );
  const text = typeof content === 'string' && content !== '' ? [{ '#text': escape(content, /[&<>\r]/g) }] : [];
  return { [name]: typeof content === 'string' ? text : content, ':@': Object.fromEntries(given) as Record<string, string> };
}

/** A whole document, UTF-8, indented. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build([root])).trim()}\n`;
}
