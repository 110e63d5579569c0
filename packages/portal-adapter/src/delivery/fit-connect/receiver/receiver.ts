import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeliveryError } from '../../../contract/delivery.js';
import type { Delivery, DeliveryContext } from '../../../contract/delivery.js';
import { submission, submissionsForPickup } from '../api/answers.js';
import type { Caller } from '../api/call.js';
import type { Destinations } from '../api/destinations.js';
import type { Downloader } from '../api/download.js';
import { UnopenableJwe } from '../encryption/opened-stream.js';
import type { PrivateKeys } from '../encryption/opened-stream.js';
import { sameTags } from '../events/authentication-tags.js';
import { eventsOf } from '../events/event-log.js';
import { authenticationTags } from '../events/security-event.js';
import type { AuthenticationTags, SecurityEvent } from '../events/security-event.js';
import { speakersOf } from '../events/verification-keys.js';
import type { KeySets } from '../events/verification-keys.js';
import type { SubmissionIds } from '../service.js';
import type { FitConnectReceiverConfiguration } from './configuration.js';
import { decide } from './decide.js';
import type { Decision } from './decide.js';
import { deliveryOf, openSubmission } from './open-submission.js';
import type { PrivateKey } from './private-key.js';
import { problemOf, Rejection } from './rejection.js';

/** Takes a case for good. The same key again, also at the same time, must be one case. @throws DeliveryError */
export type Sink = (delivery: Delivery, context: DeliveryContext) => Promise<void>;

/** What became of one submission in one look. */
export interface ReceivedOutcome {
  readonly submissionId: string;
  readonly caseId: string;
  /** `waiting`: nothing was decided; it is tried again at the next look. */
  readonly result: 'accepted' | 'rejected' | 'waiting';
  /** Code of an error, or names of problems. Names no person. */
  readonly why?: string;
}

export interface ReceiverParts {
  readonly configuration: FitConnectReceiverConfiguration;
  readonly caller: Caller;
  readonly downloader: Downloader;
  readonly destinations: Destinations;
  readonly keySets: KeySets;
  readonly base: string;
  readonly submission: string;
  readonly decryptionKeys: PrivateKeys;
  readonly signingKey: PrivateKey;
  readonly sink: Sink;
  readonly now: () => Date;
}

export interface FitConnectReceiver {
  /** Looks once, and takes everything that waits. @throws DeliveryError when it cannot even be asked what waits */
  receive(context: DeliveryContext): Promise<readonly ReceivedOutcome[]>;
}

const pageSize = 100;
/** Submissions in one look; the next one goes on. */
const mostAtOnce = 1000;

export function fitConnectReceiver(parts: ReceiverParts): FitConnectReceiver {
  const { caller, base, configuration } = parts;
  return {
    async receive(context) {
      const outcomes: ReceivedOutcome[] = [];
      let left = 0;
      while (outcomes.length < mostAtOnce && !context.signal.aborted) {
        // What was decided is no longer listed; what was left stays in front.
        const url = `${base}/submissions?destinationId=${configuration.destinationId}&limit=${pageSize}&offset=${left}`;
        const { submissions } = await caller.ask({ method: 'GET', url, maxAnswer: 1_000_000 }, submissionsForPickup, context);
        if (submissions.length === 0) break;
        for (const ids of submissions) {
          const outcome = await receiveOne(parts, ids, context);
          if (outcome.result === 'waiting') left += 1;
          outcomes.push(outcome);
        }
      }
      return outcomes;
    },
  };
}

async function receiveOne(parts: ReceiverParts, ids: SubmissionIds, { signal }: DeliveryContext): Promise<ReceivedOutcome> {
  const { submissionId, caseId } = ids;
  const context = { signal: AbortSignal.any([signal, AbortSignal.timeout(parts.configuration.submissionSeconds * 1000)]) };
  try {
    if (ids.destinationId.toLowerCase() !== parts.configuration.destinationId.toLowerCase()) return { submissionId, caseId, result: 'waiting', why: 'fit-connect-answer-unreadable' }; // prettier-ignore
    const decision = await judged(parts, ids, context);
    return { submissionId, caseId, ...decision };
  } catch (error) {
    const why = error instanceof DeliveryError ? error.code : error instanceof Error ? error.name : 'unknown';
    return { submissionId, caseId, result: 'waiting', why };
  }
}

async function judged(
  parts: ReceiverParts,
  ids: SubmissionIds,
  context: DeliveryContext,
): Promise<Pick<ReceivedOutcome, 'result' | 'why'>> {
  const { configuration, caller, base, sink } = parts;
  const folder = await mkdtemp(join(configuration.workFolder ?? tmpdir(), 'serviceportal-empfang-'));
  let submitted: SecurityEvent | undefined;
  try {
    const url = `${base}/submissions/${ids.submissionId}`;
    const maxAnswer = Math.ceil(configuration.maxDataMegabytes * 3_000_000) + 1_000_000;
    const found = await caller.ask({ method: 'GET', url, maxAnswer }, submission, context);
    const log = await events(parts, ids, context);
    submitted = log.find(({ name, issuer }) => name === 'submit' && issuer.toLowerCase() !== ids.destinationId.toLowerCase());
    if (!submitted)
      throw new DeliveryError(
        'fit-connect-not-submitted',
        'unavailable',
        'A submission is to be picked up of which the event log says nothing.',
      );
    const download = (id: string) => parts.downloader.bytes(`${url}/attachments/${id}`, context);
    const opened = await openSubmission(found, { configuration, keys: parts.decryptionKeys, folder, download });
    checkTags(submitted, opened.tags);
    await sink(deliveryOf(found, opened, submitted.at, configuration.municipality), context);
    await told(parts, ids, submitted, { name: 'accept', authenticationTags: opened.tags }, context);
    return { result: 'accepted' };
  } catch (error) {
    const rejection = await rejectionFor(parts, ids, error, context);
    await told(parts, ids, submitted, { name: 'reject', problems: [problemOf(rejection, configuration.problems)] }, context);
    return { result: 'rejected', why: rejection.problem };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A key that is published and not here is our own mistake: nothing is rejected for it. */
async function rejectionFor(
  parts: ReceiverParts,
  { destinationId }: SubmissionIds,
  error: unknown,
  context: DeliveryContext,
): Promise<Rejection> {
  if (error instanceof Rejection) return error;
  if (!(error instanceof UnopenableJwe)) throw error;
  const { recipient } = await parts.destinations.open(destinationId, context);
  if (recipient.kid === error.kid) {
    throw new DeliveryError(
      'fit-connect-receiver-key-missing',
      'unavailable',
      'The published key of the destination is not among decryptionKeys.',
    );
  }
  return new Rejection('encryption-issue', 'metadata', 'Der Inhalt ist für einen Schlüssel verschlüsselt, der nicht (mehr) gilt.');
}

function events(
  { caller, base, configuration, destinations, keySets, submission: service }: ReceiverParts,
  ids: SubmissionIds,
  context: DeliveryContext,
): Promise<SecurityEvent[]> {
  const destinationKey = (destinationId: string, kid: string): Promise<unknown> => destinations.key(destinationId, kid, context);
  const speakers = { submission: service, issuers: configuration.issuers, destinationKey };
  return eventsOf(caller, base, ids, speakersOf(keySets, speakers, ids.destinationId, context), context);
}

function checkTags({ payload }: SecurityEvent, tags: AuthenticationTags): void {
  const said = authenticationTags.safeParse((payload as { authenticationTags?: unknown } | null)?.authenticationTags);
  if (said.success && sameTags(said.data, tags)) return;
  throw new Rejection(
    'incorrect-authentication-tag',
    'metadata',
    'Die Authentication-Tags stimmen nicht mit dem Ereignis der Einreichung überein.',
  );
}

async function told(
  { caller, base, signingKey, now, configuration }: ReceiverParts,
  ids: SubmissionIds,
  submitted: SecurityEvent | undefined,
  decision: Decision,
  context: DeliveryContext,
): Promise<void> {
  const usual = `https://schema.fitko.de/fit-connect/set-payload/${configuration.version === 'v1' ? '1.0.0' : '1.2.2'}/set-payload.schema.json`;
  const isDecided = await decide({ caller, base, key: signingKey, schema: submitted?.schema ?? usual, now }, ids, decision, context);
  if (!isDecided) throw new DeliveryError('fit-connect-conflict', 'unavailable', 'Somebody else decided about this submission.');
}
