import type { Random } from './random.test-support.js';
import { type XmlSlice, localName, slicesOf, spliced } from './xml-slices.test-support.js';

export type XmlMutation = (text: string, random: Random) => string;

/** Text that the reader takes as exactly this. */
export const asXml = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

export const readable = (xml: string): string =>
  xml.replaceAll(/&(?:lt|gt|amp|quot|apos);/g, (name) => ({ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' })[name] ?? "'");

/** Changes one element, of those with a name if names are given. */
export function atElement(
  text: string,
  random: Random,
  change: (slice: XmlSlice, own: string) => string,
  ...names: readonly string[]
): string {
  const slices = slicesOf(text).filter((slice) => slice.parent !== undefined && (names.length === 0 || names.includes(localName(slice))));
  if (slices.length === 0) return text;
  const slice = random.pick(slices);
  return spliced(text, slice.start, slice.end, change(slice, text.slice(slice.start, slice.end)));
}

export const withContent = (text: string, random: Random, content: () => string, ...names: readonly string[]): string =>
  atElement(
    text,
    random,
    ({ start, inside }) => {
      const tag = text.slice(start, inside).replace(/\s*\/>$/, '>');
      return `${tag}${asXml(content())}</${/^<([\w:.-]+)/.exec(tag)?.[1] ?? 'x'}>`;
    },
    ...names,
  );

export function atAttribute(text: string, random: Random, change: (attribute: string) => string): string {
  const attributes = [...text.matchAll(/\s[\w:.-]+="[^"<]*"/g)];
  if (attributes.length === 0) return text;
  const { 0: attribute, index = 0 } = random.pick(attributes);
  return spliced(text, index, index + attribute.length, change(attribute));
}

export const idsIn = (text: string): readonly string[] => [...new Set([...text.matchAll(/>([FG]\d{8,12})</g)].map(([, id = '']) => id))];
