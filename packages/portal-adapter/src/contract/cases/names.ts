import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertArrivedOnce, deliver } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import { sampleDelivery, sampleFile } from '../sample-delivery.js';

export const nameCases: readonly ContractCase[] = [
  {
    name: 'lets no file name escape',
    async run(harness) {
      const outside = join(tmpdir(), `escaped-${randomBytes(6).toString('hex')}`);
      const names = [
        '../escaped',
        '../../escaped.pdf',
        '..\\..\\escaped.pdf',
        outside,
        'C:\\Windows\\escaped.pdf',
        'nul\0.pdf',
        '..',
        '.',
        '',
        '   ',
        '.htaccess',
        'uebergabe.json',
        'line\r\nbreak: yes.pdf',
        'quote".pdf',
        'rechnung\u202efdp.exe',
        'CON.txt',
        `${'ß'.repeat(5000)}.pdf`,
      ];
      const files = names.flatMap((name, index) => [sampleFile(name, `${index}`), sampleFile(name, `data ${index}`, 'data')]);
      const delivery = sampleDelivery({ files });
      await deliver(harness, delivery);
      assert.equal((await harness.strays()).join(), '');
      assert(!existsSync(outside), `${outside} was written.`);
      await assertArrivedOnce(harness, delivery);
      const [arrived] = await harness.arrived();
      for (const { name } of arrived?.files ?? []) {
        assert.match(name, /^[^./\\\p{Cc}\u202e][^/\\\p{Cc}\u202e]*$/u, `Not a plain file name: ${JSON.stringify(name)}`);
        assert(Buffer.byteLength(name) <= 255, 'The name is longer than file systems allow.');
      }
    },
  },
  {
    name: 'lets no reference escape',
    async run(harness) {
      const delivery = sampleDelivery({ reference: '../escaped' });
      await deliver(harness, delivery);
      assert.equal((await harness.strays()).join(), '');
      await assertArrivedOnce(harness, delivery);
    },
  },
];
