import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArrivedCase, DeliveryHarness, Fault } from '../../contract/harness.js';
import { createDeliveryConnector } from '../../delivery/create-delivery-connector.js';
import { startCmis } from '../../simulators/cmis/cmis.js';
import type { RunningCmis } from '../../simulators/cmis/cmis.js';
import type { ObjectStore } from '../../simulators/cmis/object-store.js';

export const login = { user: 'portal', password: 'geheim:1' };

/** A target as an operator would configure it for the stand-in. */
export function target(url: string, change: object = {}) {
  return {
    connector: 'cmis' as const,
    url,
    repository: 'portal',
    ...login,
    folderPath: '/Portal/{service}/{year}/{reference}',
    folder: {
      type: 'akte:vorgang',
      properties: { 'akte:vorgangsnummer': '{reference}', 'akte:leistung': '{serviceTitle}', 'akte:eingang': '{submittedAtMillis}' },
    },
    document: { type: 'akte:schriftstueck', properties: { 'akte:zweck': '{purpose}' } },
    key: { property: 'akte:uebergabeschluessel', documentProperty: 'akte:dateischluessel' },
    complete: { property: 'akte:vollstaendig', value: 'true' },
    referenceProperty: 'akte:aktenzeichen',
    ...change,
  };
}

/** Cases in the stand-in that are marked as complete. */
export async function completeCases(store: ObjectStore): Promise<ArrivedCase[]> {
  const folders = store.all().filter((object) => object.properties['akte:vollstaendig'] === true);
  return Promise.all(
    folders.map(async ({ id, properties }) => ({
      key: String(properties['akte:uebergabeschluessel']),
      reference: String(properties['akte:vorgangsnummer']),
      serviceTitle: String(properties['akte:leistung']),
      files: await Promise.all(
        store.children(id).map(async (document) => {
          const content = document.versions.at(-1)?.content;
          const bytes = content ? await readFile(store.fileOf(content)) : Buffer.from('?');
          return {
            name: String(document.properties['cmis:name']),
            size: bytes.length,
            sha256: createHash('sha256').update(bytes).digest('hex'),
          };
        }),
      ),
    })),
  );
}

/** Faults that happen when everything has been taken: at the last request, which marks the case as complete. */
const afterCommit: readonly Fault[] = ['timeoutAfterCommit', 'cutAfterCommit', 'failAfterCommit', 'wrongContentType', 'garbage'];

/** The `cmis` connector and a stand-in repository in a folder of its own. */
export async function cmisHarness(change: object = {}): Promise<DeliveryHarness & { readonly cmis: () => RunningCmis }> {
  const parent = await mkdtemp(join(tmpdir(), 'cmis-'));
  const folder = join(parent, 'cmis');
  let running = await startCmis({ port: 0, folder, login });
  const port = Number(new URL(running.url).port);
  let isDown = false;
  return {
    connector: createDeliveryConnector(target(running.serviceUrl, change)),
    cmis: () => running,
    arrived: () => completeCases(running.store),
    async fault(fault) {
      if (fault === 'down') {
        await running.close();
        isDown = true;
      } else running.behave(fault, afterCommit.includes(fault) ? 'update' : undefined);
    },
    async recover() {
      if (isDown) running = await startCmis({ port, folder, login });
      isDown = false;
      running.behave('honest');
    },
    strays: async () => [
      ...(await readdir(parent)).filter((name) => name !== 'cmis'),
      ...running.store.children(running.store.root.id).map((object) => String(object.properties['cmis:name'])).filter((name) => name !== 'Portal'), // prettier-ignore
    ],
    async close() {
      if (!isDown) await running.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
