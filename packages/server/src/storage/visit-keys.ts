import { createHash, hkdfSync } from 'node:crypto';

/** 32 random bytes that only the citizen's cookie holds. Everything below is derived from it and never stored. */
export type VisitSecret = Uint8Array;

function derive(secret: Uint8Array, purpose: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'serviceportal', purpose, length));
}

/** The key that opens one draft (HKDF, RFC 5869). */
export function draftKey(visit: VisitSecret, draftId: string): Buffer {
  return derive(visit, `draft:${draftId}`);
}

/** What is stored with a submitted application so that this browser is recognised. */
export function accessDigest(visit: VisitSecret, applicationId: string): string {
  return derive(visit, `access:${applicationId}`).toString('hex');
}

/** Token for the forms of this visit. */
export function formToken(secret: Uint8Array): string {
  return derive(secret, 'form-token', 24).toString('base64url');
}

// Crockford's alphabet: no I, L, O, U, so that nothing is misread on paper.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function readableCode(bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) => alphabet[byte % 32] ?? '0').join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** The Abrufcode for the status page: 12 signs, 60 bits. The server keeps only its digest. */
export function retrievalCode(visit: VisitSecret, applicationId: string): string {
  return readableCode(derive(visit, `code:${applicationId}`, 12));
}

/** Digest of an Abrufcode as typed: case, spaces and hyphens do not matter, nor O for 0 and I or L for 1. */
export function codeDigest(code: string, reference: string): string {
  return createHash('sha256')
    .update(`${reference}:${normaliseCode(code)}`)
    .digest('hex');
}

function normaliseCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
