import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArrivedCase, DeliveryHarness } from '../../contract/harness.js';
import { startFachverfahren } from '../../simulators/fachverfahren/fachverfahren.js';
import type { RunningFachverfahren } from '../../simulators/fachverfahren/fachverfahren.js';
import { createDeliveryConnector } from '../create-delivery-connector.js';

const token = 'ein-Token.123';

/** The `http` connector and a stand-in Fachverfahren in a folder of its own. */
export async function httpHarness(timeoutSeconds = 60): Promise<DeliveryHarness & { readonly fachverfahren: () => RunningFachverfahren }> {
  const parent = await mkdtemp(join(tmpdir(), 'http-'));
  const folder = join(parent, 'fachverfahren');
  let running = await startFachverfahren({ port: 0, folder, token });
  const port = Number(new URL(running.url).port);
  let isDown = false;
  const connector = createDeliveryConnector({ connector: 'http', url: running.deliveryUrl, token, timeoutSeconds });

  async function arrived(): Promise<ArrivedCase[]> {
    return Promise.all(
      running.store.list().map(async (found) => ({
        key: found.key,
        reference: found.reference,
        serviceTitle: found.service.title,
        files: await Promise.all(
          found.files.map(async (file) => {
            const bytes = await readFile(running.store.pathOf(found, file));
            return { name: file.name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
          }),
        ),
      })),
    );
  }

  return {
    connector,
    arrived,
    fachverfahren: () => running,
    async fault(fault) {
      if (fault === 'down') {
        await running.close();
        isDown = true;
      } else running.behave(fault);
    },
    async recover() {
      if (isDown) running = await startFachverfahren({ port, folder, token });
      isDown = false;
      running.behave('honest');
    },
    strays: async () => (await readdir(parent)).filter((name) => name !== 'fachverfahren'),
    async close() {
      if (!isDown) await running.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
