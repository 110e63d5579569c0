import type { DeliveryContext } from '../../contract/delivery.js';
import type { Caller } from './api/call.js';
import type { Destinations } from './api/destinations.js';
import type { FitConnectConfiguration } from './configuration.js';
import { eventsOf } from './events/event-log.js';
import type { SecurityEvent } from './events/security-event.js';
import { speakersOf } from './events/verification-keys.js';
import type { KeySets } from './events/verification-keys.js';

/** What all steps of one connector share: how FIT-Connect is reached, and who is believed. */
export interface FitConnectService {
  readonly configuration: FitConnectConfiguration;
  readonly caller: Caller;
  /** Submission interface with its version, such as `https://…/submission-api/v2`. */
  readonly base: string;
  /** Submission interface without it. */
  readonly submission: string;
  readonly routing: string;
  readonly destinations: Destinations;
  readonly keySets: KeySets;
  readonly callbackSecret: string | undefined;
}

export interface SubmissionIds {
  readonly destinationId: string;
  readonly submissionId: string;
  readonly caseId: string;
}

/** Verified events of a submission, oldest first. @throws DeliveryError */
export function eventsOfSubmission(
  { caller, base, submission, configuration, destinations, keySets }: FitConnectService,
  ids: SubmissionIds,
  context: DeliveryContext,
): Promise<SecurityEvent[]> {
  const destinationKey = (destinationId: string, kid: string): Promise<unknown> => destinations.key(destinationId, kid, context);
  const speakers = { submission, issuers: configuration.issuers, destinationKey };
  return eventsOf(caller, base, ids, speakersOf(keySets, speakers, ids.destinationId, context), context);
}
