import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

/** An element of a message that came from elsewhere. */
export interface ReadElement {
  readonly namespace: string;
  readonly name: string;
  readonly children: readonly ReadElement[];
  /** Without that of the children. */
  readonly text: string;
}

/** The text is no XML that is read: not well-formed, with a DOCTYPE, or beyond a limit. Says which, quotes nothing. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml';
}

/** A confirmation has some ten elements; a hand-over of 500 files some 20,000. */
const limits = { characters: 20_000_000, depth: 60, elements: 200_000, text: 1_000_000 } as const;

interface OpenElement extends ReadElement {
  readonly children: OpenElement[];
  text: string;
}

/** The root element. Entities other than the five of XML do not exist: a DOCTYPE is refused. @throws UnreadableXml */
export function readXml(text: string): ReadElement {
  if (text.length > limits.characters) throw new UnreadableXml('too long');
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let elements = 0;
  parser.on('error', () => fail('not well-formed'));
  parser.on('doctype', () => fail('has a DOCTYPE'));
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (open.length >= limits.depth) fail('too deep');
    if (++elements > limits.elements) fail('too many elements');
    const element: OpenElement = { namespace: tag.uri, name: tag.local, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (piece: string) => {
    const element = open.at(-1);
    if (!element) return;
    element.text += piece;
    if (element.text.length > limits.text) fail('a text is too long');
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (!root) fail('empty');
  return root;
}

function fail(reason: string): never {
  throw new UnreadableXml(reason);
}

/** Children of this name, whatever their namespace: codes have none. */
export function childrenOf(element: ReadElement | undefined, name: string): readonly ReadElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element down this path. */
export function childAt(element: ReadElement | undefined, ...path: readonly string[]): ReadElement | undefined {
  return path.reduce<ReadElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** The text at this path, without white space around it; undefined: nothing is there. */
export function textAt(element: ReadElement | undefined, ...path: readonly string[]): string | undefined {
  const text = childAt(element, ...path)?.text.trim();
  return text === '' ? undefined : text;
}
