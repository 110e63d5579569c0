import { blankEnd } from './blanks.js';

/** A piece of a rule text. `end` is the offset after it. */
export interface Token {
  readonly kind: 'id' | 'quoted' | 'operator' | 'word' | 'mark' | 'end';
  /** For `quoted` what stands between the quotation marks. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A FIM id, perhaps with its version, or several joined by dots (a group also by a slash). Ids have 8 or 11 digits; a slip of the pen
 * adds or loses some, or writes O for 0.
 */
const id =
  /[FG] ?(?=O{0,2}[0-9])[0-9O]{3,13}(?:V[0-9]+(?:\.[0-9]+)*)?(?:(?:\.|(?<=G[0-9]{8,11})\/)[FG][0-9][0-9O]{2,12}(?:V[0-9]+(?:\.[0-9]+)*)?)*(?![\p{L}\p{N}])/uy;
const quoted = /"([^"]*)"|„([^“”"]*)[“”"]|“([^”]*)”|»([^«]*)«|«([^»]*)»|‚([^‘’]*)[‘’]|‘([^’]*)’(?!\p{L})|'([^']*)'(?![\p{L}\p{N}])/uy;
const operator = /===|==|=<|=>|=|<>|!==|!=|<=|>=|<|>|≤|≥|≠|→|⇒|->/uy;
/** `GruppeG05…`: the blank is missing. */
const word = /\p{L}+?(?=[FG][0-9]{8,11}(?![\p{L}\p{N}]))|(?:gr|bzw)\.(?!\p{L})|[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*/iuy;

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** The token at an offset, or after what says nothing there. Quoted texts are one token: labels hold periods and commas. */
export function tokenAt(text: string, offset: number): Token {
  const start = blankEnd(text, offset);
  if (start >= text.length) return { kind: 'end', text: '', start: text.length, end: text.length };
  for (const [kind, pattern] of [
    ['id', id],
    ['quoted', quoted],
    ['operator', operator],
    ['word', word],
  ] as const) {
    const match = matchAt(pattern, text, start);
    if (match === null) continue;
    const inner = kind === 'quoted' ? (match.slice(1).find((group) => group !== undefined) ?? '') : match[0];
    return { kind, text: inner, start, end: start + match[0].length };
  }
  return { kind: 'mark', text: text.charAt(start), start, end: start + 1 };
}
