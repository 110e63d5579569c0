import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArrivedCase, DeliveryHarness } from '../../contract/harness.js';
import { startFachverfahren } from '../../simulators/fachverfahren/fachverfahren.js';
import type { RunningFachverfahren } from '../../simulators/fachverfahren/fachverfahren.js';
import { decisions } from '../../simulators/fachverfahren/received-case.js';
import { signedCallback } from '../../simulators/fachverfahren/webhook.js';
import { createDeliveryConnector } from '../create-delivery-connector.js';
import type { HttpConfigurationInput } from './configuration.js';

const token = 'ein-Token.123';

const environment = { WEBHOOK_SECRET: 'f'.repeat(64) };

/** With everything that a counterpart can offer. */
export const generous = { confirm: true, statusBack: true, webhook: { secretEnv: 'WEBHOOK_SECRET' } } as const;

export interface HttpHarness extends DeliveryHarness {
  readonly fachverfahren: () => RunningFachverfahren;
}

/** The `http` connector and a stand-in Fachverfahren in a folder of its own. */
export async function httpHarness(
  timeoutSeconds = 60,
  offers: Pick<HttpConfigurationInput, 'knowsKeys' | 'confirm' | 'statusBack' | 'webhook'> = generous,
): Promise<HttpHarness> {
  const { knowsKeys = true } = offers;
  const parent = await mkdtemp(join(tmpdir(), 'http-'));
  const folder = join(parent, 'fachverfahren');
  let running = await startFachverfahren({ port: 0, folder, token, knowsKeys });
  const port = Number(new URL(running.url).port);
  let isDown = false;
  const configuration = { connector: 'http', url: running.deliveryUrl, token, timeoutSeconds, ...offers } as const;
  const connect = () => createDeliveryConnector(configuration, environment);

  async function arrived(): Promise<ArrivedCase[]> {
    return Promise.all(
      running.store.list().map(async (found) => ({
        // A system that knows no keys adds something of its own.
        key: found.key.replace(/ \(.*/, ''),
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

  const numberOf = (key: string): string => running.store.byKey(key)?.caseNumber ?? '';

  return {
    connector: connect(),
    restarted: connect,
    arrived,
    fachverfahren: () => running,
    async fault(fault) {
      if (fault === 'down') {
        await running.close();
        isDown = true;
      } else running.behave(fault);
    },
    async recover() {
      if (isDown) running = await startFachverfahren({ port, folder, token, knowsKeys });
      isDown = false;
      running.behave('honest');
    },
    async decide(key, { state, reason }) {
      const decided = decisions.find((known) => known === state);
      if (!decided) throw new Error(`The stand-in cannot decide „${state}“.`);
      await running.decide(numberOf(key), { state: decided, ...(reason === undefined ? {} : { reason }) });
    },
    garbleStatus: () => Promise.resolve(running.behave('garbleStatus')),
    caller: {
      request: (key, at, paddedBy) => {
        const { headers, body } = signedCallback({ secret: environment.WEBHOOK_SECRET }, { key, caseNumber: numberOf(key) }, at, paddedBy);
        return Promise.resolve({ headers, body: Buffer.from(body), now: at });
      },
    },
    strays: async () => (await readdir(parent)).filter((name) => name !== 'fachverfahren'),
    async close() {
      if (!isDown) await running.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
