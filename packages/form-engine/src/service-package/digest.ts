import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.js';
import type { ServicePackage } from './service-package.js';

/** `sha256:` and 64 hex digits, over the canonical JSON of the package without its digest. */
export function digestOf(content: Omit<ServicePackage, 'digest'>): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson({ ...content, digest: undefined }))))}`;
}
