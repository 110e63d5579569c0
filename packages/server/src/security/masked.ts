import { freshBytes } from './fresh-bytes.js';

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  const result = Buffer.alloc(a.length);
  for (let at = 0; at < a.length; at++) result[at] = (a[at] ?? 0) ^ (b[at] ?? 0);
  return result;
}

/**
 * A token in other letters each time. A page is compressed and may hold what somebody else chose, so a token that stays the same could be
 * guessed from the length of the answer (BREACH).
 */
export function masked(token: string): string {
  const plain = Buffer.from(token);
  const mask = freshBytes(plain.length);
  return Buffer.concat([mask, xor(plain, mask)]).toString('base64url');
}

/** The token that was masked; of anything else something that is no token. */
export function unmasked(text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  const half = bytes.length >> 1;
  return xor(bytes.subarray(half), bytes.subarray(0, half)).toString();
}
