import assert from 'node:assert/strict';
import { assertArrivedOnce, assertReceipt, inTime } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import { DeliveryError } from '../delivery.js';
import type { CaseStatus, Delivery, Progress, Receipt } from '../delivery.js';
import type { DeliveryHarness } from '../harness.js';
import { beginJourney } from '../journey.js';
import { sampleDelivery } from '../sample-delivery.js';

/** A case that the counterpart has taken, and what is known of it. */
interface Taken {
  readonly delivery: Delivery;
  readonly receipt: Receipt;
  readonly progress: Progress;
}

async function take(harness: DeliveryHarness): Promise<Taken> {
  const delivery = sampleDelivery();
  const journey = beginJourney(delivery);
  const receipt = await journey.goOn(harness.connector, inTime());
  assertReceipt(receipt);
  return { delivery, receipt, progress: JSON.parse(journey.journal.progress) as Progress };
}

/** What the connector says, as a process does that only has what is stored. */
async function statusOf(harness: DeliveryHarness, { delivery, receipt, progress }: Taken): Promise<CaseStatus | null> {
  const { key, reference } = delivery;
  const connector = harness.restarted?.() ?? harness.connector;
  assert(connector.status, 'The sheet says statusBack, and there is no status.');
  return connector.status({ key, reference }, receipt, { ...inTime(), progress, keep: () => Promise.resolve() });
}

async function decide(harness: DeliveryHarness, { delivery }: Taken, state: CaseStatus['state'], reason?: string): Promise<void> {
  assert(harness.decide, 'The harness cannot decide about a case.');
  await harness.decide(delivery.key, { state, ...(reason === undefined ? {} : { reason }) });
}

/** For connectors that say `statusBack`. */
export const statusCases: readonly ContractCase[] = [
  {
    name: 'knows nothing new of a case about which nothing was decided',
    about: 'status',
    async run(harness) {
      const [taken, other] = [await take(harness), await take(harness)];
      assert.equal(await statusOf(harness, taken), null);
      await decide(harness, other, 'accepted');
      assert.equal(await statusOf(harness, taken), null, 'What was decided about another case.');
    },
  },
  {
    name: 'tells that a case was accepted',
    about: 'status',
    async run(harness) {
      const taken = await take(harness);
      await decide(harness, taken, 'accepted');
      const status = await statusOf(harness, taken);
      assert.equal(status?.state, 'accepted');
      assert.equal(new Date(status.at).toISOString(), status.at);
      assert.deepEqual(await statusOf(harness, taken), status, 'Asking twice tells the same.');
      await assertArrivedOnce(harness, taken.delivery);
    },
  },
  {
    name: 'tells that a case was rejected, and why',
    about: 'status',
    async run(harness) {
      const taken = await take(harness);
      await decide(harness, taken, 'rejected', `Das Sachgebiet ist nicht zuständig: ${'x'.repeat(5000)}`);
      const status = await statusOf(harness, taken);
      assert.equal(status?.state, 'rejected');
      assert.match(status.reason ?? '', /^.*Das Sachgebiet ist nicht zuständig/);
      assert((status.reason ?? '').length <= 2000, 'The reason is as long as the counterpart likes.');
    },
  },
  {
    name: 'takes nonsense for no status',
    about: 'status',
    async run(harness) {
      const taken = await take(harness);
      await decide(harness, taken, 'accepted');
      assert(harness.garbleStatus, 'The harness cannot garble a status.');
      await harness.garbleStatus(taken.delivery.key);
      const outcome = await statusOf(harness, taken).catch((error: unknown) => error);
      if (outcome === null) return;
      assert(outcome instanceof DeliveryError, `Nonsense became ${JSON.stringify(outcome)}.`);
      assert.equal(outcome.kind, 'unavailable', 'Later it may say something readable.');
    },
  },
];
