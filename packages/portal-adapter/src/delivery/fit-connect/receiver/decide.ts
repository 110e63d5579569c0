import { randomUUID } from 'node:crypto';
import { CompactSign } from 'jose';
import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryContext } from '../../../contract/delivery.js';
import { piece } from '../api/access-token.js';
import type { Caller } from '../api/call.js';
import type { SubmissionIds } from '../service.js';
import { eventUri } from '../events/security-event.js';
import type { AuthenticationTags, EventProblem } from '../events/security-event.js';
import type { PrivateKey } from './private-key.js';

export type Decision =
  | { readonly name: 'accept'; readonly authenticationTags: AuthenticationTags }
  | { readonly name: 'reject'; readonly problems: readonly EventProblem[] };

export interface Deciding {
  readonly caller: Caller;
  /** Submission interface with its version. */
  readonly base: string;
  readonly key: PrivateKey;
  /** Version of events that the service writes: it takes no other. */
  readonly schema: string;
  readonly now: () => Date;
}

/**
 * Tells what becomes of a submission, signed by the destination (RFC 8417, PS512).
 *
 * @returns false: it was decided before
 * @throws DeliveryError
 */
export async function decide(
  { caller, base, key, schema, now }: Deciding,
  ids: SubmissionIds,
  decision: Decision,
  context: DeliveryContext,
): Promise<boolean> {
  const { name, ...payload } = decision;
  const claims = {
    $schema: schema,
    jti: randomUUID(),
    iss: ids.destinationId,
    iat: Math.floor(now().getTime() / 1000),
    sub: `submission:${ids.submissionId}`,
    txn: `case:${ids.caseId}`,
    events: { [eventUri(name)]: payload },
  };
  const set = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ typ: 'secevent+jwt', alg: 'PS512', kid: key.kid })
    .sign(key.key);
  const bytes = Buffer.from(set);
  const body = { contentType: 'application/jose', length: bytes.length, bytes: () => piece(bytes) };
  try {
    await caller.call({ method: 'POST', url: `${base}/cases/${ids.caseId}/events`, body, commits: true }, context);
    return true;
  } catch (error) {
    // 409: the state does not allow it any more, so somebody has decided.
    if (error instanceof DeliveryError && error.code === 'fit-connect-conflict') return false;
    throw error;
  }
}
