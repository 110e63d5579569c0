import { claimStatus, nextStatusDue } from '../storage/case-status.js';
import { claimDelivery, nextDue } from '../storage/delivery-leases.js';
import { waitingStates } from './delivery-state.js';
import { handOver } from './hand-over.js';
import type { Held } from './journal.js';
import { openDelivery } from './open-delivery.js';
import { described, questionFailed } from './outcome.js';
import { holding, leaseEnd, stepSignal } from './place.js';
import type { Job, Place } from './place.js';
import { noteStatus, statusOf } from './status-question.js';
import type { StatusAnswer } from './status-question.js';

/** What is to be done at a target now: hand over what is due, else ask what became of a case. Null: nothing. */
export async function nextJob(place: Place): Promise<Job | null> {
  return (await deliveryJob(place)) ?? (place.connector.status ? statusJob(place) : null);
}

/** When there is something to do next; null: nobody knows of anything. */
export async function nextTime({ office, target, connector }: Place): Promise<string | null> {
  const now = office.clock.now().toISOString();
  const due = await nextDue(office.database, { target: target.name, now, states: waitingStates });
  const question = connector.status ? await nextStatusDue(office.database, target.name, now) : null;
  return [due, question].filter((time) => time !== null).sort()[0] ?? null;
}

async function deliveryJob(place: Place): Promise<Job | null> {
  const { office, municipality, target, connector, journal, log, metrics } = place;
  const owner = office.random.uuid();
  const now = office.clock.now().toISOString();
  const claim = { target: target.name, owner, now, until: leaseEnd(office), states: waitingStates, atOnce: target.parallel };
  const row = await claimDelivery(office.database, claim);
  if (!row) return null;
  const open = (held: Held) => openDelivery(office, municipality.sender, target, held);
  const terms = { patienceSeconds: target.patienceHours * 3600, asksStatus: connector.status !== undefined && target.statusDays > 0 };
  return () =>
    holding(place, row.id, owner, async (lost) => {
      const outcome = await handOver({ journal, connector, open, signal: () => stepSignal(place, lost) }, { row, owner, terms });
      if (outcome !== null) metrics.deliveries.inc({ target: target.name, outcome });
      log.info({ target: target.name, outcome, attempt: row.attempts + 1 }, 'delivery');
    });
}

async function statusJob(place: Place): Promise<Job | null> {
  const { office, target, connector, log, metrics } = place;
  const owner = office.random.uuid();
  const now = office.clock.now().toISOString();
  const row = await claimStatus(office.database, { target: target.name, owner, now, until: leaseEnd(office) });
  if (!row) return null;
  return () =>
    holding(place, row.id, owner, async (lost) => {
      const answer = await statusOf(office, connector, row, owner, stepSignal(place, lost)).then(
        (status): StatusAnswer => ({ status, target: 'answers', waitSeconds: 0 }),
        (error: unknown): StatusAnswer => {
          log.warn({ target: target.name, reason: described(error) }, 'status');
          return { status: null, ...questionFailed(error) };
        },
      );
      const news = await noteStatus(office, row, owner, answer, target.statusDays);
      if (answer.status && news) metrics.caseStates.inc({ target: target.name, state: answer.status.state });
    });
}
