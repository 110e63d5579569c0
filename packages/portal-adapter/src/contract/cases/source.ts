import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { assertArrivedOnce, deliver, failing, failingOnWay, goOn } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import { beginJourney } from '../journey.js';
import { largeFile, sampleDelivery, sampleFile } from '../sample-delivery.js';
import { bufferMegabytesAbove } from '../peak-memory.js';

/** The portal's own side: what is to be handed over. */
export const sourceCases: readonly ContractCase[] = [
  {
    name: 'streams 64 MiB without holding them in memory',
    async run(harness) {
      const delivery = sampleDelivery({ files: [sampleFile('antrag.json', '{}', 'data'), largeFile('Bauplan.bin', 64)] });
      const above = await bufferMegabytesAbove(40, () => deliver(harness, delivery, 120_000));
      await assertArrivedOnce(harness, delivery);
      // What the work of others holds meanwhile is counted too; who holds the whole file is 24 above.
      assert(above < 8, `${Math.round(40 + above)} MiB were held at once.`);
    },
  },
  {
    name: 'hands over nothing when a file is not what was submitted',
    async run(harness) {
      const whole = sampleFile('Nachweis.pdf', 'der echte Inhalt');
      const changed = { ...whole, open: () => Readable.from([Buffer.from('ein anderer Text')]) };
      await failing(harness, sampleDelivery({ files: [changed, sampleFile('antrag.json', '{}', 'data')] }), ['refused']);
      assert.deepEqual(await harness.arrived(), []);
    },
  },
  {
    name: 'hands over nothing when a file is longer or shorter than announced',
    async run(harness) {
      const whole = sampleFile('Nachweis.pdf', 'der ganze Inhalt');
      for (const content of ['der', 'der ganze Inhalt und mehr']) {
        const changed = { ...whole, open: () => Readable.from([Buffer.from(content)]) };
        await failing(harness, sampleDelivery({ files: [changed] }), ['refused']);
      }
      assert.deepEqual(await harness.arrived(), []);
    },
  },
  {
    name: 'delivers later when a file cannot be read now',
    async run(harness) {
      const whole = sampleFile('Nachweis.pdf', 'der Inhalt');
      let attempts = 0;
      const open = () => (++attempts === 1 ? new Readable({ read() { this.destroy(new Error('store is down')); } }) : whole.open()); // prettier-ignore
      const delivery = sampleDelivery({ files: [{ ...whole, open }] });
      const journey = beginJourney(delivery);
      await failingOnWay(harness, journey, ['unavailable']);
      await goOn(harness, journey);
      await assertArrivedOnce(harness, delivery);
    },
  },
];
