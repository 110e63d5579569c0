import { createPublicKey } from 'node:crypto';
import { compactVerify } from 'jose';
import { z } from 'zod';
import { callBack } from './call-back.js';
import { eventPrefix, signedEvent } from './signed-event.js';
import type { StoredSubmission } from './submission-store.js';
import { Problem } from './world.js';
import type { FitConnectWorld } from './world.js';

export interface Tags {
  readonly metadata: string;
  readonly data?: string | undefined;
  readonly attachments: Readonly<Record<string, string>>;
}

/** Tags of everything that was uploaded, as it lies there. */
export async function tagsOf({ store }: FitConnectWorld, { submissionId, announced }: StoredSubmission): Promise<Tags> {
  const attachments: Record<string, string> = {};
  for (const id of announced) attachments[id] = await store.tagOf(submissionId, `${id}.jwe`);
  const hasData = await store.hasPart(submissionId, 'data.jwe');
  return {
    metadata: await store.tagOf(submissionId, 'metadata.jwe'),
    ...(hasData && { data: await store.tagOf(submissionId, 'data.jwe') }),
    attachments,
  };
}

/** Writes down what the service itself did. */
export async function note(
  world: FitConnectWorld,
  submission: StoredSubmission,
  name: 'create' | 'submit' | 'notify' | 'delete' | 'accept',
  payload: object,
): Promise<void> {
  const { service, foreign } = world.keys;
  const { submissionId, caseId } = submission;
  const content = { name, issuer: world.addresses().submission, submissionId, caseId, payload, at: world.now(), schema: '1.2.2' } as const;
  const key = world.behaviour() === 'forgedEvent' ? { ...foreign, kid: service.kid } : service;
  const set = await signedEvent(content, key);
  await world.store.addEvent(caseId, set);
  if (world.behaviour() === 'answerTwice') await world.store.addEvent(caseId, set);
}

const tags = z.object({ metadata: z.string(), data: z.string().optional(), attachments: z.record(z.string(), z.string()).default({}) });
const posted = z.object({
  $schema: z.string(),
  iss: z.string(),
  sub: z.string(),
  txn: z.string(),
  events: z.record(
    z.string(),
    z.object({ authenticationTags: tags.optional(), problems: z.array(z.object({ type: z.string() })).optional() }),
  ),
});

/** Takes an event of the subscriber into the log, where its state allows it. @throws Problem */
export async function takeEvent(world: FitConnectWorld, version: string, caseId: string, set: string): Promise<void> {
  const claims = posted.safeParse(await verifiedClaims(world, set));
  if (!claims.success) throw new Problem(422, 'invalid-event', 'Das Ereignis ist nicht aufgebaut, wie Ereignisse aufgebaut sind.');
  const { $schema, iss, sub, txn, events } = claims.data;
  if (iss !== world.destination.id || txn !== `case:${caseId}`)
    throw new Problem(422, 'invalid-event', 'Aussteller oder Vorgang stimmen nicht.');
  if (version === 'v2' && $schema.includes('/1.0.0/')) throw new Problem(422, 'invalid-event', 'Payload Schema not supported.');
  const submission = world.store.get(sub.replace('submission:', ''));
  if (submission?.caseId !== caseId) throw new Problem(404, 'submission-not-found', 'Diese Einreichung gibt es in diesem Vorgang nicht.');
  const [[uri = '', payload] = []] = Object.entries(events);
  const state = { [`${eventPrefix}accept-submission`]: 'accepted', [`${eventPrefix}reject-submission`]: 'rejected' }[uri] as
    'accepted' | 'rejected' | undefined;
  if (!state) throw new Problem(422, 'invalid-event', 'Dieses Ereignis nimmt der Zustelldienst nicht entgegen.');
  if (submission.state !== 'submitted') throw new Problem(409, 'invalid-transition', 'In diesem Zustand ist das Ereignis nicht möglich.');
  if (state === 'rejected' && !payload?.problems?.length) throw new Problem(422, 'invalid-event', 'Zur Ablehnung fehlt der Grund.');
  await world.store.addEvent(caseId, set);
  await world.store.save({ ...submission, state });
  void callBack(world, submission.callback, 'new-events', submission);
}

async function verifiedClaims({ keys }: FitConnectWorld, set: string): Promise<unknown> {
  try {
    const key = createPublicKey({ key: keys.signing, format: 'jwk' });
    const { payload, protectedHeader } = await compactVerify(set, key, { algorithms: ['PS512'] });
    if (protectedHeader.kid !== keys.signing.kid || protectedHeader.typ !== 'secevent+jwt') return undefined;
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch {
    throw new Problem(422, 'invalid-event', 'Die Unterschrift des Ereignisses stimmt nicht.');
  }
}
