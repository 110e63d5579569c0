import { createHash, createHmac } from 'node:crypto';
import { normaliseCode, readableCode } from './readable-code.js';

/** 32 random bytes that only the citizen's cookie holds. Everything below is derived from it and never stored. */
export type VisitSecret = Uint8Array;

/** The key of one draft. Its first browser derives it from the visit; others hold it wrapped (`shared-keys.ts`). */
export type DraftKey = Uint8Array;

/** HKDF-Expand (RFC 5869, section 2.3) for up to 32 bytes. The secret is random already, so nothing has to be extracted first (section 3.3). */
export function derive(secret: Uint8Array, purpose: string, length = 32): Buffer {
  return createHmac('sha256', secret).update(`serviceportal:${purpose}\u0001`).digest().subarray(0, length);
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
