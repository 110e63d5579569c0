import assert from 'node:assert/strict';
import { assertArrivedOnce, assertReceipt, deliver } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import { sampleDelivery, sampleFile } from '../sample-delivery.js';

/** Letters of DIN 91379, groups "latin letters" and "sequences": also those that Unicode only knows as base letter and accent. */
const din91379 = 'ẞ Ș ə Ǆ ķ Ł Ṡ ɐ Ž C̆ M̂ z̦ Ļ̥̄';

export const contentCases: readonly ContractCase[] = [
  {
    name: 'delivers every file byte for byte',
    async run(harness) {
      const delivery = sampleDelivery();
      assertReceipt(await deliver(harness, delivery));
      await assertArrivedOnce(harness, delivery);
      const [arrived] = await harness.arrived();
      for (const file of delivery.files) {
        const twin = arrived?.files.find((candidate) => candidate.name === file.name);
        assert.deepEqual({ size: twin?.size, sha256: twin?.sha256 }, { size: file.size, sha256: file.sha256 }, file.name);
      }
      assert.equal(arrived?.reference, delivery.reference);
    },
  },
  {
    name: 'delivers an application without attachments',
    async run(harness) {
      const delivery = sampleDelivery({ files: [sampleFile('antrag.json', '{}', 'data')] });
      await deliver(harness, delivery);
      await assertArrivedOnce(harness, delivery);
    },
  },
  {
    name: 'delivers an empty file',
    async run(harness) {
      const delivery = sampleDelivery({ files: [sampleFile('leer.txt', ''), sampleFile('voll.txt', 'x')] });
      await deliver(harness, delivery);
      await assertArrivedOnce(harness, delivery);
    },
  },
  {
    name: 'keeps umlauts and the letters of DIN 91379 in names and titles',
    async run(harness) {
      const names = ['Müll ß.pdf', `${din91379}.pdf`, "100 % & 'Größe' (1).pdf"];
      const title = `Gewährung für ${din91379}`;
      const sample = sampleDelivery();
      await deliver(harness, { ...sample, service: { ...sample.service, title }, files: names.map((name) => sampleFile(name, name)) });
      const [arrived] = await harness.arrived();
      assert.deepEqual(arrived?.files.map((file) => file.name).sort(), names.map((name) => name.normalize('NFC')).sort());
      assert.equal(arrived?.serviceTitle, title);
    },
  },
  {
    name: 'keeps files of the same name apart',
    async run(harness) {
      const delivery = sampleDelivery({
        files: ['eins', 'zwei', 'drei'].map((content, index) => sampleFile(index ? 'Foto.jpg' : 'FOTO.JPG', content)),
      });
      await deliver(harness, delivery);
      await assertArrivedOnce(harness, delivery);
      const [arrived] = await harness.arrived();
      assert.equal(new Set(arrived?.files.map((file) => file.name.toLowerCase())).size, 3);
    },
  },
];
