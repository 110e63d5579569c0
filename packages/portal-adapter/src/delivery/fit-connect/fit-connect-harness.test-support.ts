import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryConnector } from '../../contract/delivery.js';
import type { ArrivedCase, DeliveryHarness } from '../../contract/harness.js';
import { news, signedHeaders } from '../../simulators/fit-connect/call-back.js';
import { startFitConnect } from '../../simulators/fit-connect/fit-connect.js';
import type { FitConnectOptions, RunningFitConnect } from '../../simulators/fit-connect/fit-connect.js';
import type { OpenedSubmission } from '../../simulators/fit-connect/open-submission.js';
import type { StoredSubmission } from '../../simulators/fit-connect/submission-store.js';
import { createDeliveryConnector } from '../create-delivery-connector.js';
import type { DeliveryConfigurationInput } from '../create-delivery-connector.js';
import type { CaseDescription } from '../http/case-description.js';

export type FitConnectInput = Extract<DeliveryConfigurationInput, { connector: 'fit-connect' }>;

export const antragSchema = {
  mimeType: 'application/json',
  schemaUri: 'https://schema.musterstadt.example/hundesteuer/1.0.0/antrag.schema.json',
} as const;
export const caseSchema = 'https://schema.musterstadt.example/serviceportal/case.schema.json';
const secrets = {
  FIT_CONNECT_SECRET: 'nur-zur-vorfuehrung',
  CALLBACK_SECRET: 'insecure_unsafe_qHScgrg_kP-R31jHUwp3GkVkGJolvBchz65b74Lzue0',
};

export interface FitConnectHarness extends DeliveryHarness {
  readonly fitConnect: () => RunningFitConnect;
  readonly folder: string;
  /** @param change of the configuration while the process was away */
  restarted(change?: Partial<FitConnectInput>): DeliveryConnector;
}

/** The `fit-connect` connector, and a stand-in for everything it talks to. */
export async function fitConnectHarness(
  change: Partial<FitConnectInput> = {},
  simulator: Partial<FitConnectOptions> = {},
): Promise<FitConnectHarness> {
  const parent = await mkdtemp(join(tmpdir(), 'fit-connect-'));
  const options = { folder: join(parent, 'fit-connect'), ...simulator };
  let running = await startFitConnect({ ...options, port: 0 });
  const port = Number(new URL(running.url).port);
  let isDown = false;
  const configuration: FitConnectInput = {
    connector: 'fit-connect',
    environment: 'test',
    addresses: running.addresses,
    clientId: 'online-dienst',
    clientSecretEnv: 'FIT_CONNECT_SECRET',
    schemas: [antragSchema],
    caseDescription: { schemaUri: caseSchema },
    confirmationSeconds: 1,
    callback: { url: 'http://127.0.0.1:9/fit-connect', secretEnv: 'CALLBACK_SECRET' },
    ...change,
  };
  const connect = (now: Partial<FitConnectInput> = {}) => createDeliveryConnector({ ...configuration, ...now }, secrets);
  const submissionOf = async (key: string): Promise<StoredSubmission> => {
    for (const one of running.store.list().filter(({ state }) => state !== 'incomplete')) {
      if (arrivedCase(one, await running.opened(one.submissionId)).key === key) return one;
    }
    throw new Error('There is no submission of this key.');
  };
  return {
    connector: connect(),
    restarted: connect,
    folder: parent,
    fitConnect: () => running,
    async arrived() {
      const submitted = running.store.list().filter(({ state }) => state !== 'incomplete');
      return Promise.all(submitted.map(async (one) => arrivedCase(one, await running.opened(one.submissionId))));
    },
    async fault(fault) {
      if (fault === 'down') await running.close();
      else running.behave(fault);
      isDown = fault === 'down';
    },
    async recover() {
      if (isDown) running = await startFitConnect({ ...options, port });
      isDown = false;
      running.behave('honest');
    },
    async decide(key, { state, reason = '' }) {
      const { submissionId } = await submissionOf(key);
      if (state === 'accepted') await running.accept(submissionId);
      else await running.reject(submissionId, [{ type: 'https://schema.fitko.de/fit-connect/events/problems/other', detail: reason }]);
    },
    garbleStatus: () => Promise.resolve(running.behave('garbledLog')),
    caller: {
      async request(key, at, paddedBy = 0) {
        const body = JSON.stringify(news('new-events', await submissionOf(key))) + ' '.repeat(paddedBy);
        return { headers: signedHeaders(secrets.CALLBACK_SECRET, body, at), body: Buffer.from(body), now: at };
      },
    },
    strays: async () => (await readdir(parent)).filter((name) => name !== 'fit-connect'),
    async close() {
      if (!isDown) await running.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** What the recipient sees: metadata, and the description that both sides agreed on. */
function arrivedCase({ service }: StoredSubmission, { metadata, data, attachments }: OpenedSubmission): ArrivedCase {
  const description = JSON.parse(String(metadata.dataSets?.[0]?.content ?? '{}')) as CaseDescription;
  const isDescription = metadata.contentStructure.data?.submissionSchema.schemaUri === caseSchema;
  const named = description.files.find(({ sha256 }) => data !== null && sha256 === digest(data.bytes));
  const files = [...attachments, ...(data && !isDescription ? [{ ...data, name: named?.name ?? data.name }] : [])];
  return {
    key: description.key,
    reference: metadata.additionalReferenceInfo?.senderReference ?? '',
    serviceTitle: service.name,
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: digest(bytes) })),
  };
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
