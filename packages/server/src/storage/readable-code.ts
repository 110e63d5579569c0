// Crockford's alphabet: no I, L, O, U, so that nothing is misread on paper.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to read out and type, five bits a byte, in groups of four: `7K4F-92QX-M0AB`. */
export function readableCode(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) => alphabet[byte % 32] ?? '0').join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as people type it: case, spaces and hyphens do not matter, nor O for 0 and I or L for 1. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
