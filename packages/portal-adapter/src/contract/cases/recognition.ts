import assert from 'node:assert/strict';
import { assertArrivedOnce, assertReceipt, deliver, lookup } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import { sampleDelivery, sampleFile } from '../sample-delivery.js';

/** For connectors that say `lookupByKey`. */
export const lookupCases: readonly ContractCase[] = [
  {
    name: 'finds a case by its key',
    async run(harness) {
      const delivery = sampleDelivery();
      const receipt = await deliver(harness, delivery);
      assert.deepEqual(await lookup(harness, delivery.key), receipt);
    },
  },
  {
    name: 'finds nothing for a key that was never delivered',
    async run(harness) {
      await deliver(harness, sampleDelivery());
      assert.equal(await lookup(harness, sampleDelivery().key), null);
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
