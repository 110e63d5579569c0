import { randomUUID } from 'node:crypto';
import { CompactSign } from 'jose';
import { privateKey } from './keys.js';
import type { PrivateJwk } from './keys.js';

export const eventPrefix = 'https://schema.fitko.de/fit-connect/events/';

export interface EventContent {
  readonly name: 'create' | 'submit' | 'notify' | 'delete' | 'accept' | 'reject';
  /** Address of the service, or id of the destination. */
  readonly issuer: string;
  readonly submissionId: string;
  readonly caseId: string;
  readonly payload: object;
  readonly at: Date;
  /** Version of the payload's schema. */
  readonly schema: '1.0.0' | '1.2.2';
}

/** A security event token as FIT-Connect writes them: compact JWS, PS512. */
export function signedEvent({ name, issuer, submissionId, caseId, payload, at, schema }: EventContent, key: PrivateJwk): Promise<string> {
  const claims = {
    $schema: `https://schema.fitko.de/fit-connect/set-payload/${schema}/set-payload.schema.json`,
    jti: randomUUID(),
    iss: issuer,
    iat: Math.floor(at.getTime() / 1000),
    sub: `submission:${submissionId}`,
    txn: `case:${caseId}`,
    events: { [`${eventPrefix}${name}-submission`]: payload },
  };
  return signed(claims, { typ: 'secevent+jwt' }, key);
}

/** PS512 over JSON. */
export function signed(claims: object, header: { readonly typ?: string }, key: PrivateJwk): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  return new CompactSign(bytes).setProtectedHeader({ ...header, alg: 'PS512', kid: key.kid }).sign(privateKey(key));
}
