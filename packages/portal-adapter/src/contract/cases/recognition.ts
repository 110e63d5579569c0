import assert from 'node:assert/strict';
import { assertArrivedOnce, assertReceipt, deliver, inTime } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import type { Progress, StepContext } from '../delivery.js';
import { sampleDelivery, sampleFile } from '../sample-delivery.js';
import { askByKey } from '../whole-hand-over.js';

/** For connectors that say `lookupByKey`. */
export const lookupCases: readonly ContractCase[] = [
  {
    name: 'finds a case by its key',
    async run(harness) {
      const delivery = sampleDelivery();
      let progress: Progress = {};
      const context = (): StepContext => ({ ...inTime(), progress, keep: (kept) => Promise.resolve(void (progress = kept)) });
      for (const step of harness.connector.steps) {
        if (step.find) assert.equal(await step.find(delivery, context()), null, `${step.name} is found before it ran.`);
        const result = await step.run(delivery, context());
        // What was kept is all that a process knows which ended before it noted the result.
        const found = await step.find?.(delivery, context());
        assert.notEqual(found, null, `${step.name} is not found after it ran.`);
        if (found && result.receipt) assert.deepEqual(found.receipt, result.receipt);
        progress = result.progress ?? progress;
      }
    },
  },
  {
    name: 'finds nothing for a key that was never delivered',
    async run(harness) {
      await deliver(harness, sampleDelivery());
      assert.equal(await askByKey(harness.connector, sampleDelivery().key, inTime()), null);
    },
  },
];

/** For connectors that say `idempotentCreate`. */
export const idempotencyCases: readonly ContractCase[] = [
  {
    name: 'answers the same key twice with one case and one receipt',
    async run(harness) {
      const delivery = sampleDelivery();
      const first = await deliver(harness, delivery);
      assertReceipt(first);
      assert.deepEqual(await deliver(harness, delivery), first);
      await assertArrivedOnce(harness, delivery);
    },
  },
  {
    name: 'makes one case of the same key delivered twice at the same time',
    async run(harness) {
      const delivery = sampleDelivery();
      const receipts = await Promise.all([deliver(harness, delivery), deliver(harness, delivery)]);
      assert.deepEqual(receipts[0], receipts[1]);
      await assertArrivedOnce(harness, delivery);
    },
  },
];

export const separationCases: readonly ContractCase[] = [
  {
    name: 'makes two cases of two keys with the same reference',
    async run(harness) {
      const [one, other] = [sampleDelivery(), sampleDelivery({ files: [sampleFile('anders.json', '{}', 'data')] })];
      const receipts = [await deliver(harness, one), await deliver(harness, other)];
      assert.notEqual(receipts[0]?.counterpartReference, receipts[1]?.counterpartReference);
      assert.deepEqual((await harness.arrived()).map((arrived) => arrived.key).sort(), [one.key, other.key].sort());
    },
  },
];
