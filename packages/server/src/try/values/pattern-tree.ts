import { classSigns, escapeSigns, usualSigns } from './signs.js';

/** A regular expression as far as sample texts need it. Anchors and look-arounds are left out. */
export type Pattern =
  | { readonly kind: 'one-of'; readonly signs: readonly string[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly ways: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number };

// So often a part without an upper bound is repeated at most, beyond its minimum.
const generous = 12;

export function parsePattern(text: string): Pattern {
  let at = 0;
  const tree = either();
  return tree;

  function either(): Pattern {
    const ways = [sequence()];
    while (text[at] === '|') {
      at++;
      ways.push(sequence());
    }
    return ways.length === 1 && ways[0] ? ways[0] : { kind: 'either', ways };
  }

  function sequence(): Pattern {
    const parts: Pattern[] = [];
    while (at < text.length && text[at] !== '|' && text[at] !== ')') {
      const part = atom();
      if (part) parts.push(quantified(part));
    }
    return { kind: 'sequence', parts };
  }

  function atom(): Pattern | null {
    const sign = text[at] ?? '';
    at++;
    if (sign === '^' || sign === '$') return null;
    if (sign === '(') return group();
    if (sign === '[') return bracket();
    if (sign === '.') return { kind: 'one-of', signs: usualSigns };
    if (sign !== '\\') return { kind: 'one-of', signs: [sign] };
    const { signs, length } = escapeSigns(text, at);
    at += length;
    return signs.length > 0 ? { kind: 'one-of', signs } : null;
  }

  function group(): Pattern | null {
    const look = /^\?(=|!|<=|<!)/.test(text.slice(at));
    const head = /^\?(:|=|!|<=|<!|<\w+>)/.exec(text.slice(at));
    at += head?.[0].length ?? 0;
    const inner = either();
    at++;
    return look ? null : inner;
  }

  function bracket(): Pattern {
    const { signs, length } = classSigns(text, at);
    at += length;
    return { kind: 'one-of', signs };
  }

  function quantified(part: Pattern): Pattern {
    const match = /^(?:\*|\+|\?|\{(\d+)(,(\d*))?\})\??/.exec(text.slice(at));
    if (!match) return part;
    at += match[0].length;
    const [whole, from, comma, to] = match;
    if (whole.startsWith('*')) return { kind: 'repeat', part, least: 0, most: generous };
    if (whole.startsWith('+')) return { kind: 'repeat', part, least: 1, most: generous };
    if (whole.startsWith('?')) return { kind: 'repeat', part, least: 0, most: 1 };
    const least = Number(from);
    const most = comma === undefined ? least : to ? Number(to) : least + generous;
    return { kind: 'repeat', part, least, most };
  }
}
