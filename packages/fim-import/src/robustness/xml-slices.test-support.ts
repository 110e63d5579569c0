/** An element as a piece of a text. It has no end where the text is damaged. */
export interface XmlSlice {
  /** As written, with its prefix. */
  readonly name: string;
  readonly start: number;
  /** Behind the start tag. */
  readonly inside: number;
  /** Where the end tag begins; `inside` for `<a/>`. */
  readonly insideEnd: number;
  readonly end: number;
  readonly parent: XmlSlice | undefined;
}

const markup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/g;

/** The elements of a text, outermost first, as far as it can be seen without reading it properly. */
export function slicesOf(text: string): readonly XmlSlice[] {
  type Open = { -readonly [K in keyof XmlSlice]: XmlSlice[K] };
  const found: Open[] = [];
  const open: Open[] = [];
  for (const match of text.matchAll(markup)) {
    const [piece, closing, name, , empty] = match;
    const { index } = match;
    if (name === undefined) continue;
    if (closing === '/') {
      const element = open.at(-1);
      if (element?.name !== name) continue;
      open.pop();
      element.insideEnd = index;
      element.end = index + piece.length;
      continue;
    }
    const inside = index + piece.length;
    const slice: Open = { name, start: index, inside, insideEnd: inside, end: inside, parent: open.at(-1) };
    found.push(slice);
    if (empty !== '/') open.push(slice);
  }
  return found;
}

export const localName = ({ name }: XmlSlice): string => name.slice(name.indexOf(':') + 1);

/** The text with a piece of it replaced. */
export const spliced = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);
