/** Escapes that mean the same in ECMAScript and in XML Schema (XSD 1.0 part 2, appendix F). */
const sameEscapes = /^\\[nrt\\|.?*+(){}[\]^-]$/;
/** Characters that ECMAScript escapes and XML Schema takes as they are. */
const literalEscapes = /^\\[$/]$/;
/** `\d` and `\w` are ASCII in ECMAScript, Unicode in XML Schema. */
const classes: Readonly<Record<string, string>> = { '\\d': '0-9', '\\w': 'A-Za-z0-9_' };

const token = /\\u[0-9a-fA-F]{4}|\\[pP]\{[A-Z][a-z]?\}|\\.|\(\?:|\(\?|[*+?}]\?|\[\^|\[|\]|&|[\s\S]/gu;

/**
 * Translates a whole-value pattern to XML Schema's dialect; undefined if it uses what that lacks (look-around, back
 * references, lazy quantifiers, anchors inside, set operations).
 */
export function xsdPattern(pattern: string): string | undefined {
  let inClass = false;
  let result = '';
  for (const [piece] of pattern.matchAll(token)) {
    const translated = inClass ? insideClass(piece) : outsideClass(piece);
    if (translated === undefined) return undefined;
    if (piece === '[' || piece === '[^') inClass = true;
    else if (piece === ']') inClass = false;
    result += translated;
  }
  return inClass || /\[\^?\]/.test(result) ? undefined : result;
}

function insideClass(piece: string): string | undefined {
  if (piece.startsWith('\\')) return classes[piece] ?? escaped(piece);
  // A nested class or `&&`, `--` is set notation of the `v` flag; `-[` would be subtraction in XML Schema.
  if (piece === '[' || piece === '[^' || piece === '&') return undefined;
  return /^[*+?}]\?$/.test(piece) ? piece : piece === '^' ? '\\^' : piece;
}

function outsideClass(piece: string): string | undefined {
  if (piece.startsWith('\\')) {
    const members = classes[piece];
    return members === undefined ? escaped(piece) : `[${members}]`;
  }
  if (piece === '(?:') return '(';
  if (piece === '(?' || piece === '^' || piece === '$') return undefined;
  if (/^[*+?}]\?$/.test(piece)) return undefined;
  return piece;
}

function escaped(piece: string): string | undefined {
  if (sameEscapes.test(piece) || /^\\[pP]\{/.test(piece)) return piece;
  if (literalEscapes.test(piece)) return piece.slice(1);
  const codePoint = /^\\u(.{4})$/.exec(piece)?.[1];
  if (codePoint === undefined) return undefined;
  const character = String.fromCharCode(Number.parseInt(codePoint, 16));
  return /[\p{L}\p{N}]/u.test(character) ? character : undefined;
}
