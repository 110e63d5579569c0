const digits = [...'0123456789'];
const upper = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const lower = [...'abcdefghijklmnopqrstuvwxyz'];
const umlauts = [...'äöüßÄÖÜéèçñ'];
export const usualSigns = [...lower, ...upper, ...digits, ' ', '-', ...umlauts];
const marks = [...` -.,'/()+&:;!?"#%*=@_`];
const everything = [...usualSigns, ...marks];

const classes: Readonly<Record<string, readonly string[]>> = {
  d: digits,
  w: [...lower, ...upper, ...digits, '_'],
  s: [' '],
  D: [...lower, ...upper],
  W: [' ', '-'],
  S: [...lower, ...upper, ...digits],
  t: ['\t'],
  n: ['\n'],
  r: ['\r'],
  b: [],
  B: [],
};

const properties: Readonly<Record<string, readonly string[]>> = {
  L: [...lower, ...upper, ...umlauts],
  Lu: upper,
  Ll: lower,
  N: digits,
  Nd: digits,
  P: [...'.,-'],
  Z: [' '],
  Zs: [' '],
};

/** The signs that an escape stands for; `at` is the place behind the backslash. */
export function escapeSigns(text: string, at: number): { signs: readonly string[]; length: number } {
  const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\})/.exec(text.slice(at));
  const hex = code?.[1] ?? code?.[2] ?? code?.[3];
  if (code && hex !== undefined) return { signs: [String.fromCodePoint(Number.parseInt(hex, 16))], length: code[0].length };
  const property = /^[pP]\{(?:\w+=)?(\w+)\}/.exec(text.slice(at));
  if (property) {
    const found = properties[property[1] ?? ''] ?? properties[(property[1] ?? '').slice(0, 1)] ?? usualSigns;
    return { signs: property[0].startsWith('P') ? without(found) : found, length: property[0].length };
  }
  const sign = text[at] ?? '';
  return { signs: classes[sign] ?? [sign], length: 1 };
}

/** The signs of a class; `at` is the place behind its opening bracket, `length` reaches behind the closing one. */
export function classSigns(text: string, at: number): { signs: readonly string[]; length: number } {
  const start = at;
  const negated = text[at] === '^';
  if (negated) at++;
  const signs: string[] = [];
  while (at < text.length && text[at] !== ']') {
    const from = one();
    if (from.length === 1 && text[at] === '-' && text[at + 1] !== ']' && at + 1 < text.length) {
      at++;
      signs.push(...range(from[0] ?? '', one()[0] ?? ''));
    } else signs.push(...from);
  }
  return { signs: negated ? without(signs) : usual(signs), length: at + 1 - start };

  function one(): readonly string[] {
    if (text[at] !== '\\') {
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      at += sign.length;
      return [sign];
    }
    const escape = escapeSigns(text, at + 1);
    at += 1 + escape.length;
    return escape.signs;
  }
}

const without = (signs: readonly string[]): readonly string[] => everything.filter((sign) => !signs.includes(sign));

/** Of a large class, rather signs that people type; control characters only if there is nothing else. */
function usual(signs: readonly string[]): readonly string[] {
  const typed = signs.filter((sign) => usualSigns.includes(sign) && sign !== ' ');
  if (typed.length > 0) return typed;
  const visible = signs.filter((sign) => /^[\p{L}\p{N}\p{P}\p{S} ]$/u.test(sign));
  return visible.length > 0 ? visible : signs;
}

function range(from: string, to: string): string[] {
  const first = from.codePointAt(0) ?? 0;
  const last = Math.min(to.codePointAt(0) ?? 0, first + 0x300);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String.fromCodePoint(first + index));
}
