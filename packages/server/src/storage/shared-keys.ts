import { createHmac } from 'node:crypto';
import { normaliseCode, readableCode } from './readable-code.js';
import { seal, unseal } from './sealing.js';
import { derive } from './visit-keys.js';
import type { DraftKey, VisitSecret } from './visit-keys.js';

/** How somebody besides the draft's first browser comes to its key. */
export type KeyHolder = 'browser' | 'code' | 'link' | 'co-sign' | 'co-signer';

/**
 * What the holder of a secret needs: where the wrapped key stands, and what opens it. The database keeps `lookup` and the
 * wrapped key; neither leads to the other without the secret.
 */
export interface Handle {
  /** 32 hex digits. */
  readonly lookup: string;
  readonly wrappingKey: Buffer;
}

function handle(secret: Uint8Array, holder: KeyHolder, about = ''): Handle {
  return {
    lookup: derive(secret, `${holder}-lookup:${about}`, 16).toString('hex'),
    wrappingKey: derive(secret, `${holder}-wrap:${about}`),
  };
}

/** Another browser, by the secret in its cookie. */
export const browserHandle = (visit: VisitSecret, draftId: string): Handle => handle(visit, 'browser', draftId);

/** A resume code, as typed. */
export const codeHandle = (typed: string): Handle => handle(extract(normaliseCode(typed)), 'code');

/** The secret in the address of a link. */
export const linkHandle = (secret: string): Handle => handle(extract(secret), 'link');

/** The link for a second person who signs. */
export const coSignHandle = (secret: string): Handle => handle(extract(secret), 'co-sign');

/** The browser of that person. */
export const coSignerHandle = (visit: VisitSecret, draftId: string): Handle => handle(visit, 'co-signer', draftId);

/** HKDF-Extract (RFC 5869, section 2.2): evenly distributed bytes from a secret that is text. */
const extract = (secret: string): Buffer => createHmac('sha256', 'serviceportal').update(secret).digest();

/** The resume code: 24 signs, 120 bits. From key and nonce, so that who holds the key sees it again and it is stored nowhere. */
export const resumeCode = (key: DraftKey, nonce: string): string => readableCode(derive(key, `resume-code:${nonce}`, 24));

/** 20 bytes for the address of a link, base64url. */
export const linkSecret = (key: DraftKey, nonce: string): string => derive(key, `link:${nonce}`, 20).toString('base64url');

export function wrapKey(key: DraftKey, { lookup, wrappingKey }: Handle): Buffer {
  return seal(key, wrappingKey, `key:${lookup}`);
}

/** Null: wrapped for somebody else, or changed. */
export function unwrapKey(wrapped: Uint8Array, { lookup, wrappingKey }: Handle): DraftKey | null {
  return unseal(wrapped, wrappingKey, `key:${lookup}`);
}
