import { createHmac } from 'node:crypto';
import type { StoredSubmission } from './submission-store.js';
import type { FitConnectWorld } from './world.js';

/** Tells somebody that there is news. Whoever does not answer is not told again. */
export async function callBack(
  world: FitConnectWorld,
  callback: { readonly url: string; readonly secret: string } | undefined,
  type: 'new-submissions' | 'new-events',
  { destinationId, submissionId, caseId }: StoredSubmission,
): Promise<void> {
  if (!callback) return;
  const body = JSON.stringify(news(type, { destinationId, submissionId, caseId }));
  const headers = signedHeaders(callback.secret, body, world.now());
  for (let times = world.behaviour() === 'answerTwice' ? 2 : 1; times > 0; times -= 1) {
    await fetch(callback.url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  }
}

type Subject = Pick<StoredSubmission, 'destinationId' | 'submissionId' | 'caseId'>;

/** What the body of a callback says. */
export function news(type: 'new-submissions' | 'new-events', { destinationId, submissionId, caseId }: Subject): object {
  return {
    type: `https://schema.fitko.de/fit-connect/submission-api/callbacks/${type}`,
    submissionIds: [submissionId],
    submissions: [{ destinationId, submissionId, caseId }],
  };
}

/** Hex HMAC-SHA512 over time and body. */
export function signedHeaders(secret: string, body: string, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const authentication = createHmac('sha512', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'content-type': 'application/json', 'callback-authentication': authentication, 'callback-timestamp': timestamp };
}
