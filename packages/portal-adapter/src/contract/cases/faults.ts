import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { assertArrivedOnce, deliver, failing, lookup } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import type { Fault } from '../harness.js';
import { largeFile, sampleDelivery, sampleFile } from '../sample-delivery.js';
import { handOverWhole } from '../whole-hand-over.js';

/** Time an attempt gets at a counterpart that does not answer. */
const shortMs = 1500;

export const faultCases: readonly ContractCase[] = [
  {
    name: 'reports a counterpart that is down as unavailable, and delivers when it is back',
    async run(harness) {
      const delivery = sampleDelivery();
      await harness.fault('down');
      await failing(harness, delivery, ['unavailable']);
      await harness.recover();
      await deliver(harness, delivery);
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
      const outcome = await handOverWhole(harness.connector, sampleDelivery(), { signal: AbortSignal.abort() }).catch(
        (error: unknown) => error,
      );
      assert.equal((outcome as { kind?: unknown }).kind, 'unavailable');
      assert.deepEqual(await harness.arrived(), []);
    },
  },
  {
    name: 'leaves one case after the connection was cut while sending',
    async run(harness) {
      const delivery = sampleDelivery({ files: [largeFile('Plan.bin', 16)] });
      await harness.fault('cutMidBody');
      await failing(harness, delivery, ['unavailable', 'unclear']);
      assert.deepEqual(await harness.arrived(), []);
      await harness.recover();
      await deliver(harness, delivery);
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
];

/** The counterpart has taken the case, but the connector cannot know. */
function unclearCase(fault: Fault, name: string): ContractCase {
  return {
    name,
    async run(harness) {
      const delivery = sampleDelivery();
      await harness.fault(fault);
      await failing(harness, delivery, ['unclear'], shortMs);
      await harness.recover();
      const found = await lookup(harness, delivery.key);
      assert(found, 'The question by key does not find the case.');
      assert.deepEqual(await deliver(harness, delivery), found);
      await assertArrivedOnce(harness, delivery);
    },
  };
}

export const unclearCases: readonly ContractCase[] = [
  unclearCase('timeoutAfterCommit', 'calls it unclear when no answer comes, and finds the case afterwards'),
  unclearCase('cutAfterCommit', 'calls it unclear when the connection is cut instead of an answer'),
  unclearCase('failAfterCommit', 'calls it unclear when the counterpart reports a failure of its own'),
  unclearCase('wrongContentType', 'calls it unclear when the answer is not a receipt'),
  unclearCase('garbage', 'calls it unclear when the answer breaks off'),
];
