import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { assertArrived, assertArrivedOnce, deliver, failing, failingOnWay, goOn } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import { DeliveryError } from '../delivery.js';
import { beginJourney } from '../journey.js';
import { largeFile, sampleDelivery, sampleFile } from '../sample-delivery.js';

/** Time an attempt gets at a counterpart that does not answer. */
const shortMs = 1500;

export const faultCases: readonly ContractCase[] = [
  {
    name: 'reports a counterpart that is down as unavailable, and delivers when it is back',
    async run(harness) {
      const delivery = sampleDelivery();
      const journey = beginJourney(delivery);
      await harness.fault('down');
      await failingOnWay(harness, journey, ['unavailable']);
      await harness.recover();
      await goOn(harness, journey);
      await assertArrivedOnce(harness, delivery);
    },
  },
  {
    name: 'reports a refusal with its reason',
    async run(harness) {
      await harness.fault('refuse');
      const error = await failing(harness, sampleDelivery(), ['refused']);
      assert.match(error.reason ?? '', /Sachgebiet/);
      assert.deepEqual(await harness.arrived(), []);
    },
  },
  {
    name: 'ends when its time is over',
    async run(harness) {
      await harness.fault('slow');
      const started = performance.now();
      await failing(harness, sampleDelivery(), ['unavailable', 'unclear'], shortMs);
      assert(performance.now() - started < shortMs + 2000, 'The connector went on after its time was over.');
      assert.deepEqual(await harness.arrived(), []);
    },
  },
  {
    name: 'starts nothing when its time is already over',
    async run(harness) {
      const journey = beginJourney(sampleDelivery());
      const outcome = await journey.goOn(harness.connector, { signal: AbortSignal.abort() }).catch((error: unknown) => error);
      assert.equal((outcome as { kind?: unknown }).kind, 'unavailable');
      assert.deepEqual(await harness.arrived(), []);
    },
  },
  {
    name: 'leaves one case after the connection was cut while sending',
    async run(harness) {
      const delivery = sampleDelivery({ files: [largeFile('Plan.bin', 16)] });
      const journey = beginJourney(delivery);
      await harness.fault('cutMidBody');
      await failingOnWay(harness, journey, ['unavailable', 'unclear']);
      assert.deepEqual(await harness.arrived(), []);
      await harness.recover();
      await goOn(harness, journey);
      await assertArrivedOnce(harness, delivery);
    },
  },
  {
    name: 'names no person and no file in its errors',
    async run(harness) {
      const delivery = sampleDelivery({ files: [sampleFile('Erika Mustermann.pdf', 'geheim')] });
      await harness.fault('down');
      const error = await failing(harness, delivery, ['unavailable']);
      assert.doesNotMatch(inspect(error, { depth: 10 }), /Mustermann|geheim/);
    },
  },
  {
    name: 'takes an answer that comes twice for one, and for no other case',
    async run(harness) {
      const [one, other] = [sampleDelivery(), sampleDelivery()];
      await harness.fault('answerTwice');
      const journeys = [one, other].map((delivery) => beginJourney(delivery));
      for (const journey of journeys) await goOn(harness, journey).catch(unlessUnclear);
      await harness.recover();
      const receipts = [];
      for (const journey of journeys) receipts.push(await goOn(harness, journey));
      assert.notEqual(receipts[0]?.counterpartReference, receipts[1]?.counterpartReference);
      await assertArrived(harness, [one, other], 'after answers that came twice');
    },
  },
  {
    name: 'notices that a case is not there for which it has a receipt',
    async run(harness) {
      const delivery = sampleDelivery();
      await harness.fault('loseWrite');
      await failing(harness, delivery, ['refused', 'unavailable', 'unclear']);
      await harness.recover();
      assert.deepEqual(await harness.arrived(), []);
      await deliver(harness, delivery);
      await assertArrivedOnce(harness, delivery);
    },
  },
];

function unlessUnclear(error: unknown): void {
  if (!(error instanceof DeliveryError) || error.kind !== 'unclear') throw error;
}
