import { createCipheriv, createDecipheriv } from 'node:crypto';
import { freshBytes } from '../security/fresh-bytes.js';

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts with AES-256-GCM. `purpose` is authenticated: what was sealed for one row does not open in another. */
export function seal(plain: Uint8Array, key: Uint8Array, purpose: string): Buffer {
  const nonce = freshBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(purpose));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes, or null if the key or purpose is another or a byte was changed. */
export function unseal(sealed: Uint8Array, key: Uint8Array, purpose: string): Buffer | null {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
