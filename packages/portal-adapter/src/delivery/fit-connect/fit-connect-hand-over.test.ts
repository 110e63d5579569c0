import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DeliveryError } from '../../contract/delivery.js';
import type { Delivery, DeliveryConnector, Progress, Receipt } from '../../contract/delivery.js';
import { beginJourney } from '../../contract/journey.js';
import { largeFile, sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import type { FitConnectBehaviour } from '../../simulators/fit-connect/behaviour.js';
import { fitConnectHarness } from './fit-connect-harness.test-support.js';
import type { FitConnectHarness } from './fit-connect-harness.test-support.js';

let harness: FitConnectHarness;
beforeEach(async () => {
  harness = await fitConnectHarness();
});
afterEach(() => harness.close());

/** A hand-over whose notes survive its attempts, as the journal keeps them. */
function journalled(connector: DeliveryConnector, delivery: Delivery) {
  const journey = beginJourney(delivery);
  const progress = (): Progress => JSON.parse(journey.journal.progress) as Progress;
  return {
    progress,
    async attempt(milliseconds = 30_000, by = connector): Promise<Receipt | DeliveryError> {
      try {
        return await journey.goOn(by, { signal: AbortSignal.timeout(milliseconds) });
      } catch (error) {
        if (error instanceof DeliveryError) return error;
        throw error;
      }
    },
    status: (receipt: Receipt) =>
      connector.status?.(delivery, receipt, { signal: AbortSignal.timeout(30_000), progress: progress(), keep: () => Promise.resolve() }),
  };
}

const receiptOf = (outcome: Receipt | DeliveryError): Receipt => {
  if (outcome instanceof DeliveryError) throw outcome;
  return outcome;
};
const failureOf = (outcome: Receipt | DeliveryError): DeliveryError => {
  if (outcome instanceof DeliveryError) return outcome;
  throw new Error('The delivery ended in a receipt.');
};

describe('when nobody knows whether the submission was taken', () => {
  test.each<FitConnectBehaviour>(['wrongContentType', 'garbage', 'answerTwice'])(
    '%s: the event log counts, not the answer',
    async (behaviour) => {
      harness.fitConnect().behave(behaviour);
      expect(receiptOf(await journalled(harness.connector, sampleDelivery()).attempt()).counterpartReference).toMatch(/^[0-9a-f-]{36}$/);
      expect(await harness.arrived()).toHaveLength(1);
    },
  );

  test('a submission that was confirmed and lost is noticed, and sent again under the same number', async () => {
    const handOver = journalled(harness.connector, sampleDelivery());
    harness.fitConnect().behave('loseWrite');
    expect(failureOf(await handOver.attempt())).toMatchObject({ kind: 'unclear', code: 'fit-connect-not-submitted' });
    harness.fitConnect().behave('honest');
    receiptOf(await handOver.attempt());
    expect(await harness.arrived()).toHaveLength(1);
  });
});

describe('what the journal saves', () => {
  test('an attachment that is there is not sent again', async () => {
    const whole = sampleFile('Zweite.bin', 'zwei');
    let opened = 0;
    const first = { ...sampleFile('Erste.bin', 'eins'), open: () => ((opened += 1), sampleFile('Erste.bin', 'eins').open()) };
    let isBroken = true;
    const second = { ...whole, open: () => (isBroken ? sampleFile('x', 'anders').open() : whole.open()) };
    const handOver = journalled(harness.connector, sampleDelivery({ files: [first, second] }));
    expect(failureOf(await handOver.attempt()).code).toBe('delivery-file-changed');
    isBroken = false;
    receiptOf(await handOver.attempt());
    expect(opened).toBe(1);
    expect(await harness.arrived()).toHaveLength(1);
  });

  test.each([
    [0.5, undefined],
    [undefined, 0.5],
    [0.5, 0.1],
    [0.1, 0.5],
  ])('parts of %s MB that were announced are sent whole when they are now %s MB', async (before, now) => {
    await harness.close();
    harness = await fitConnectHarness({ fragmentMegabytes: before });
    const { connector, fitConnect } = harness;
    const delivery = sampleDelivery({ files: [largeFile('Plan.bin', 1)] });
    const handOver = journalled(connector, delivery);
    fitConnect().behave('cutMidBody');
    expect(failureOf(await handOver.attempt()).kind).toBe('unavailable');
    fitConnect().behave('honest');
    receiptOf(await handOver.attempt(30_000, harness.restarted({ fragmentMegabytes: now })));
    const [arrived] = await harness.arrived();
    expect(arrived?.files.map(({ sha256 }) => sha256)).toContain(delivery.files[0]?.sha256);
  });

  test('an attachment that is another file now is not sent in the place of the first', async () => {
    const [first, second] = [sampleFile('Erste.bin', 'eins'), sampleFile('Erste.bin', 'zwei')];
    const files = [first];
    const handOver = journalled(harness.connector, sampleDelivery({ files }));
    harness.fitConnect().behave('cutMidBody');
    failureOf(await handOver.attempt());
    harness.fitConnect().behave('honest');
    files[0] = second;
    expect(failureOf(await handOver.attempt())).toMatchObject({ kind: 'refused', code: 'delivery-file-changed' });
  });

  test('holds nothing of what was handed over', async () => {
    const handOver = journalled(harness.connector, sampleDelivery());
    receiptOf(await handOver.attempt());
    expect(JSON.stringify(handOver.progress())).not.toMatch(/Groß|antrag|Nachweis/);
  });
});

describe('what became of it', () => {
  const handed = async () => {
    const handOver = journalled(harness.connector, sampleDelivery());
    const receipt = receiptOf(await handOver.attempt());
    const submissionId = String(handOver.progress()['submissionId']);
    return { handOver, receipt, submissionId };
  };

  test('a rejection without a recipient, by the service, is one', async () => {
    const { handOver, receipt, submissionId } = await handed();
    await harness.fitConnect().note(submissionId, 'delete', {});
    expect(await handOver.status(receipt)).toMatchObject({ state: 'rejected' });
  });

  test('the service cannot accept in the name of the recipient', async () => {
    const { handOver, receipt, submissionId } = await handed();
    await harness.fitConnect().note(submissionId, 'accept', {});
    expect(await handOver.status(receipt)).toBeNull();
  });
});

describe('what is not believed', () => {
  test.each<[FitConnectBehaviour, string]>([
    ['otherTags', 'fit-connect-tags-differ'],
    ['forgedRoute', 'fit-connect-route-invalid'],
    ['weakKey', 'fit-connect-key-unfit'],
  ])('%s ends with a person', async (behaviour, code) => {
    harness.fitConnect().behave(behaviour);
    expect(failureOf(await journalled(harness.connector, sampleDelivery()).attempt())).toMatchObject({ kind: 'refused', code });
  });
});

test('an event that someone else signed is not believed, and nothing is sent twice because of it', async () => {
  const handOver = journalled(harness.connector, sampleDelivery());
  harness.fitConnect().behave('forgedEvent');
  expect(failureOf(await handOver.attempt())).toMatchObject({ kind: 'unclear', code: 'fit-connect-event-invalid' });
  harness.fitConnect().behave('honest');
  expect(failureOf(await handOver.attempt())).toMatchObject({ kind: 'unavailable', code: 'fit-connect-event-invalid' });
  expect(await harness.arrived()).toHaveLength(1);
});

test('waits for as long as it is asked to', async () => {
  harness.fitConnect().behave('busy');
  expect(failureOf(await journalled(harness.connector, sampleDelivery()).attempt())).toMatchObject({
    kind: 'unavailable',
    retryAfterSeconds: 120,
  });
});

test('a supplement becomes part of the case, or waits until there is one', async () => {
  const first = receiptOf(await journalled(harness.connector, sampleDelivery()).attempt());
  const supplement = { kind: 'answer', of: 'k-1' } as const;
  const waiting = sampleDelivery({ supplement });
  expect(failureOf(await journalled(harness.connector, waiting).attempt())).toMatchObject({
    kind: 'unavailable',
    code: 'fit-connect-case-unknown',
  });
  const joining = sampleDelivery({ supplement: { ...supplement, counterpartReference: first.counterpartReference } });
  const second = receiptOf(await journalled(harness.connector, joining).attempt());
  expect(second.counterpartReference).toBe(first.counterpartReference);
  expect(await harness.arrived()).toHaveLength(2);
});
