import { balanced } from './trailer-dictionary.js';
import { emptyPasswordOpens } from './empty-password.js';
import type { Encryption } from './empty-password.js';

/**
 * Many official PDFs are encrypted only so that they cannot be changed: they open without a password. Others do not. What is encrypted
 * in a way that ISO 32000 does not describe counts as locked.
 *
 * @param trailer dictionary of the trailer
 * @param file the whole file, a character a byte
 */
export function needsPassword(trailer: string, file: string): boolean {
  const encryption = encryptionOf(trailer, file);
  return encryption === null || !emptyPasswordOpens(encryption);
}

function encryptionOf(trailer: string, file: string): Encryption | null {
  const dictionary = encryptDictionary(trailer, file);
  if (dictionary === null || !/\/Filter\s*\/Standard\b/.test(dictionary)) return null;
  const revision = numberOf(dictionary, 'R');
  const owner = bytesOf(dictionary, 'O');
  const user = bytesOf(dictionary, 'U');
  const permissions = numberOf(dictionary, 'P');
  const id = /\/ID\s*\[\s*/.exec(trailer);
  const fileId = id ? stringAt(trailer, id.index + id[0].length) : Buffer.alloc(0);
  if (revision === null || owner === null || user === null || permissions === null || fileId === null) return null;
  // `Length` also stands in the filters inside.
  const outer = dictionary.replace(/\/CF\s*<<[^]*/, (inner) => inner.slice((balanced(inner, inner.indexOf('<<')) ?? '').length));
  const keyBytes = revision === 2 ? 5 : revision === 4 ? 16 : (numberOf(outer, 'Length') ?? 40) / 8;
  return { revision, owner, user, permissions, fileId, keyBytes, metadata: !/\/EncryptMetadata\s+false\b/.test(dictionary) };
}

function encryptDictionary(trailer: string, file: string): string | null {
  const direct = /\/Encrypt\s*<</.exec(trailer);
  if (direct) return balanced(trailer, direct.index + direct[0].length - 2);
  const reference = /\/Encrypt\s+(\d{1,10})\s+(\d{1,5})\s+R\b/.exec(trailer);
  if (!reference) return null;
  const object = new RegExp(`(?<![0-9])${reference[1]}\\s+${reference[2]}\\s+obj\\s*<<`, 'g');
  // Of an object that was written again, the last one holds. A file may be made of nothing but beginnings: only one place is kept.
  let place = -1;
  while (object.test(file)) place = object.lastIndex - 2;
  return place < 0 ? null : balanced(file, place);
}

function numberOf(dictionary: string, key: string): number | null {
  const found = new RegExp(`/${key}\\s+(-?\\d{1,12})\\b`).exec(dictionary)?.[1];
  return found === undefined ? null : Number(found);
}

function bytesOf(dictionary: string, key: string): Buffer | null {
  const found = new RegExp(`/${key}\\s*(?=[(<])`).exec(dictionary);
  return found ? stringAt(dictionary, found.index + found[0].length) : null;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The string that begins at `at`: `(…)` or `<…>` (ISO 32000-1, 7.3.4). */
function stringAt(text: string, at: number): Buffer | null {
  const hex = /^<([0-9A-Fa-f\s]*)>/.exec(text.slice(at, at + 4096))?.[1];
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ''), 'hex');
  if (text[at] !== '(') return null;
  let depth = 0;
  let plain = '';
  for (let place = at; place < text.length; place++) {
    const character = text[place] ?? '';
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(place + 1, place + 4))?.[0];
      const next = text[place + 1] ?? '';
      if (octal !== undefined) plain += String.fromCharCode(parseInt(octal, 8) & 255);
      else if (next !== '\n' && next !== '\r') plain += escapes[next] ?? next;
      place += octal?.length ?? (next === '\r' && text[place + 2] === '\n' ? 2 : 1);
      continue;
    }
    if (character === '(' && depth++ === 0) continue;
    if (character === ')' && --depth === 0) return Buffer.from(plain, 'latin1');
    plain += character;
  }
  return null;
}
