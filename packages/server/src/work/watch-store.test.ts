import { afterEach, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Gauge, Registry } from 'prom-client';
import { StoreError } from '../storage/store-error.js';
import { watchStore } from './watch-store.js';

let end: () => void = () => undefined;
afterEach(() => end());

it('says in the figures and once in the log when the store goes and when it comes back', async () => {
  const registry = new Registry();
  const storeUp = new Gauge({ name: 'up', help: '-', labelNames: ['store'], registers: [registry] });
  const said: unknown[] = [];
  const log = { error: (entry: unknown) => said.push(entry), info: (entry: unknown) => said.push(entry) };
  let broken: Error | null = null;
  const probe = (): Promise<void> => (broken ? Promise.reject(broken) : Promise.resolve());
  const figure = async () => (await storeUp.get()).values[0]?.value;
  end = watchStore({ kind: 's3', probe }, { log: log as never, metrics: { storeUp } }, 10);
  await delay(50);
  expect(await figure()).toBe(1);
  expect(said).toEqual([]);
  broken = new StoreError('attachment-store-unavailable', 'The object storage s3.example does not answer (ECONNREFUSED).');
  await delay(50);
  expect(await figure()).toBe(0);
  broken = null;
  await delay(50);
  expect(await figure()).toBe(1);
  const reason = expect.stringContaining('s3.example') as unknown;
  expect(said).toEqual([{ code: 'attachment-store-unavailable', reason }, { store: 's3' }]);
});
