import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Answers } from '../answers/answers.js';
import { canonicalJson } from '../service-package/canonical-json.js';
import type { AssuranceLevel } from '../prefill/prefilled.js';
import type { CoSign } from '../service-package/service-package.js';

/** What the second person did with an application. */
export interface CoSignature {
  readonly outcome: 'given' | 'refused';
  /** As the person gave it. */
  readonly name: string;
  /** Why it was refused; empty where it was given. */
  readonly reason: string;
  /** ISO instant. */
  readonly at: string;
  /** What was signed: `contentDigest` of the answers and files as they were shown. */
  readonly digest: string;
  /** The declaration as it was shown. */
  readonly declaration: string;
  /** Pseudonym of the person from an identity service; null: nobody proved who they are. */
  readonly identity: string | null;
  /** With which account the person proved that, and how surely. */
  readonly account?: { readonly name: string; readonly level: AssuranceLevel };
}

/** `void`: what was signed has changed since. `identity`: two different proven identities are demanded and were not given. */
export type CoSignState = 'not-needed' | 'missing' | 'refused' | 'void' | 'identity' | 'signed';

/**
 * How the second signature of an application stands.
 * @param demand what the package demands; undefined: no second signature
 * @param digest `contentDigest` of the application as it is now
 * @param firstIdentity pseudonym of who applies; null: not proven
 */
export function coSignState(
  demand: CoSign | undefined,
  signature: CoSignature | null,
  digest: string,
  firstIdentity: string | null,
): CoSignState {
  if (!demand) return 'not-needed';
  if (!signature) return 'missing';
  if (signature.digest !== digest) return 'void';
  if (signature.outcome === 'refused') return 'refused';
  if (!demand.distinctIdentity) return 'signed';
  const distinct = firstIdentity !== null && signature.identity !== null && signature.identity !== firstIdentity;
  return distinct ? 'signed' : 'identity';
}

/** 64 hex digits that change with every answer and file. `files`: digests by attachment id. */
export function contentDigest(answers: Answers, files: Readonly<Record<string, string>>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ answers, files }))));
}
