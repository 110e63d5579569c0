import { createHash, hkdfSync } from 'node:crypto';
import { normaliseCode, readableCode } from './readable-code.js';

/** 32 random bytes that only the citizen's cookie holds. Everything below is derived from it and never stored. */
export type VisitSecret = Uint8Array;

/** The key of one draft. Its first browser derives it from the visit; others hold it wrapped (`shared-keys.ts`). */
export type DraftKey = Uint8Array;

export function derive(secret: Uint8Array, purpose: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'serviceportal', purpose, length));
}

/** The key that opens one draft (HKDF, RFC 5869). */
export function draftKey(visit: VisitSecret, draftId: string): Buffer {
  return derive(visit, `draft:${draftId}`);
}

/** What is stored with a submitted application so that the browsers which held its draft are recognised. */
export function accessDigest(key: DraftKey, applicationId: string): string {
  return derive(key, `access:${applicationId}`).toString('hex');
}

/** Token for the forms of this visit. */
export function formToken(secret: Uint8Array): string {
  return derive(secret, 'form-token', 24).toString('base64url');
}

/** The Abrufcode for the status page: 12 signs, 60 bits. The server keeps only its digest. */
export function retrievalCode(key: DraftKey, applicationId: string): string {
  return readableCode(derive(key, `code:${applicationId}`, 12));
}

/** Digest of an Abrufcode as typed. */
export function codeDigest(code: string, reference: string): string {
  return createHash('sha256')
    .update(`${reference}:${normaliseCode(code)}`)
    .digest('hex');
}
