import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryContext } from '../../../contract/delivery.js';
import { eventLog } from '../api/answers.js';
import type { Caller } from '../api/call.js';
import { announcedSubject, UnbelievableEvent, verifiedEvent } from './security-event.js';
import type { KeyFinder, SecurityEvent } from './security-event.js';

const pageSize = 100;
/** No submission has so many events. Whoever sends more keeps us busy. */
const maxEvents = 2000;

/**
 * What happened to one submission, oldest first. Events of other submissions of the case are left out; those of this one must all
 * be believable.
 *
 * @param base address with version, such as `https://…/submission-api/v2`
 * @throws DeliveryError `unavailable` also when an event cannot be believed: later the log may be in order, until then nothing is
 */
export async function eventsOf(
  caller: Caller,
  base: string,
  ids: { readonly caseId: string; readonly submissionId: string },
  keys: KeyFinder,
  context: DeliveryContext,
): Promise<SecurityEvent[]> {
  const events: SecurityEvent[] = [];
  for (let offset = 0; offset < maxEvents;) {
    const url = `${base}/cases/${ids.caseId}/events?limit=${pageSize}&offset=${offset}`;
    const page = await caller.ask({ method: 'GET', url, maxAnswer: 8_000_000 }, eventLog, context);
    for (const set of page.eventLog) {
      if (announcedSubject(set)?.toLowerCase() !== ids.submissionId.toLowerCase()) continue;
      const event = await believed(set, keys);
      if (event.caseId !== ids.caseId.toLowerCase()) throw invalid('An event names another case.');
      events.push(event);
    }
    offset += page.eventLog.length;
    const isLast = page.totalCount === undefined ? page.eventLog.length < pageSize : offset >= page.totalCount;
    if (isLast || page.eventLog.length === 0) break;
  }
  return events.sort((one, other) => one.at.localeCompare(other.at));
}

async function believed(set: string, keys: KeyFinder): Promise<SecurityEvent> {
  try {
    return await verifiedEvent(set, keys);
  } catch (error) {
    throw error instanceof UnbelievableEvent ? invalid(error.message) : error;
  }
}

const invalid = (why: string): DeliveryError =>
  new DeliveryError(
    'fit-connect-event-invalid',
    'unavailable',
    `The event log of the case cannot be believed: ${why} If that stays, ask the operator of FIT-Connect; nothing was concluded from it.`,
  );
