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
  const body = JSON.stringify({
    type: `https://schema.fitko.de/fit-connect/submission-api/callbacks/${type}`,
    submissionIds: [submissionId],
    submissions: [{ destinationId, submissionId, caseId }],
  });
  const timestamp = String(Math.floor(world.now().getTime() / 1000));
  const authentication = createHmac('sha512', callback.secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = { 'Content-Type': 'application/json', 'callback-authentication': authentication, 'callback-timestamp': timestamp };
  for (let times = world.behaviour() === 'twice' ? 2 : 1; times > 0; times -= 1) {
    await fetch(callback.url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  }
}
