/** A piece of an HTML fragment. */
export type HtmlToken = { readonly text: string } | { readonly tag: string; readonly end: boolean; readonly attributes: string };

/** Content of these is never text for people. */
const hidden = new Set(['script', 'style', 'template', 'iframe', 'object']);

/**
 * Cuts an HTML fragment into text and tags, in one pass whatever is in it. No HTML parser: what comes out is plain text and never HTML
 * again, so that a tag misread costs a blank and no safety.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  // `<` before anything else is text.
  const tagStart = /<[a-zA-Z/!?]/g;
  let at = 0;
  let skipped = '';
  while (at < html.length) {
    tagStart.lastIndex = at;
    const open = tagStart.exec(html)?.index ?? html.length;
    const text = html.slice(at, open);
    if (text !== '' && skipped === '') yield { text };
    if (open === html.length) return;
    if (html.startsWith('<!--', open)) {
      at = endOf(html, '-->', open + 4);
      continue;
    }
    const close = closeOf(html, open + 1);
    const [, slash = '', tag = ''] = /^(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open + 1, open + 40)) ?? [];
    const name = tag.toLowerCase();
    if (skipped === '' && name !== '' && !hidden.has(name)) {
      yield { tag: name, end: slash !== '', attributes: html.slice(open + 1 + slash.length + tag.length, close) };
    }
    if (slash === '' && skipped === '' && hidden.has(name)) skipped = name;
    else if (slash !== '' && skipped === name) skipped = '';
    at = close + 1;
  }
}

/** Where the tag ends: `>` outside of quotes. */
function closeOf(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const character = html.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return html.length;
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** Named references that German texts use (HTML, 13.5); others stay as they are written. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  euro: '€',
  sect: '§',
  para: '¶',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
};

/** Character references as characters; those of control characters become blanks. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      const possible = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return possible && code >= 0x20 && code !== 0x7f ? String.fromCodePoint(code) : ' ';
    },
  );
}
