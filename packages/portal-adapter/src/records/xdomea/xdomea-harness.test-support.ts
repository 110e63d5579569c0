import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryHarness } from '../../contract/harness.js';
import { createDeliveryConnector } from '../../delivery/create-delivery-connector.js';
import { processId } from './identifiers.js';
import { messageStem } from './message-head.js';
import { casesIn } from './messages-in.test-support.js';
import { importConfirmation } from '../../simulators/xdomea/confirmations.js';

/** A target as an operator would configure it. */
export function target(parent: string, change: object = {}) {
  return {
    connector: 'xdomea' as const,
    outbox: join(parent, 'ausgang'),
    inbox: join(parent, 'eingang'),
    sender: {
      name: 'Stadt Musterstadt',
      unit: 'Steueramt',
      authority: { code: '05958', listUri: 'urn:de:bund:destatis', listVersion: '1' },
    },
    recipient: { name: 'Aktenablage der Stadt Musterstadt' },
    createdBy: 'serviceportal',
    filingPlan: '20.4',
    ...change,
  };
}

/** The `xdomea` connector and its two folders; the office at the other end answers when it is told to. */
export async function xdomeaHarness(change: object = {}): Promise<DeliveryHarness & { readonly parent: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'xdomea-'));
  const configuration = target(parent, change);
  const { outbox, inbox } = configuration;
  for (const folder of [outbox, inbox]) await mkdir(folder);
  const confirmationAt = (key: string) => join(inbox, `${messageStem(processId(key), '0630')}.xml`);
  return {
    parent,
    connector: createDeliveryConnector(configuration),
    restarted: () => createDeliveryConnector(configuration),
    arrived: () => casesIn(outbox),
    async fault(fault) {
      if (fault !== 'down') throw new Error(`A folder cannot do this: ${fault}`);
      await rename(outbox, `${outbox}.unmounted`);
    },
    recover: () => rename(`${outbox}.unmounted`, outbox),
    async decide(key, { state, reason }) {
      const head = {
        processId: processId(key),
        createdAt: '2026-03-01T10:30:00+01:00',
        sender: { name: 'DMS' },
        recipient: { name: 'Stadt' },
      };
      const outcome = state === 'accepted' ? { id: processId(key) } : { failures: [reason ?? ''] };
      await writeFile(confirmationAt(key), importConfirmation(head, outcome));
    },
    garbleStatus: (key) => writeFile(confirmationAt(key), '<xdomea:FVDaten.Import'),
    strays: async () => (await readdir(parent)).filter((name) => !/^(ausgang|eingang)/.test(name)),
    close: () => rm(parent, { recursive: true, force: true }),
  };
}
