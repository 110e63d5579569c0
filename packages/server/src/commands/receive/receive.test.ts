import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { FitConnectReceiver } from '@serviceportal/portal-adapter';
import { receive, receiveUntil } from './receive.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receive-'));
});
afterEach(() => rm(folder, { recursive: true }));

const one = { submissionId: 's', caseId: 'c', result: 'accepted' } as const;
const looking = (looks: readonly (() => ReturnType<FitConnectReceiver['receive']>)[]) => {
  let count = 0;
  return { pollSeconds: 0, receive: () => (looks[count++] ?? (() => Promise.resolve([])))() };
};

it('prints what came, and says whether something was left', async () => {
  const printed: object[] = [];
  const waiting = { ...one, result: 'waiting', why: 'directory-unavailable' } as const;
  expect(
    await receiveUntil(looking([() => Promise.resolve([one])]), true, new AbortController().signal, (line) => printed.push(line)),
  ).toBe(true);
  expect(await receiveUntil(looking([() => Promise.resolve([waiting])]), true, new AbortController().signal, (line) => printed.push(line))).toBe(false); // prettier-ignore
  expect(printed).toEqual([one, waiting]);
});

it('goes on after a look that failed, until it is told to stop', async () => {
  const stop = new AbortController();
  const printed: object[] = [];
  const looks = [
    () => Promise.reject(new DeliveryError('fit-connect-unreachable', 'unavailable', 'Away.')),
    () => Promise.resolve([one]).finally(() => stop.abort()),
  ];
  expect(await receiveUntil(looking(looks), false, stop.signal, (line) => printed.push(line))).toBe(true);
  expect(printed).toEqual([{ error: 'fit-connect-unreachable', message: 'Away.' }, one]);
});

it('says what is wrong with the configuration', async () => {
  const config = join(folder, 'empfang.yaml');
  await expect(receive('fit-connect', { config, once: true })).rejects.toThrow(`${config} cannot be read`);
  await writeFile(config, 'clientId: [');
  await expect(receive('fit-connect', { config, once: true })).rejects.toThrow('cannot be read as YAML');
  await writeFile(config, 'sink:\n  token: "geheim\n  path: [');
  const complaint = await receive('fit-connect', { config, once: true }).catch(inspect);
  expect(complaint).toMatch(/cannot be read as YAML: [A-Z_]+ in line \d/);
  expect(complaint).not.toContain('geheim');
  await writeFile(config, 'clientId: fachamt\n');
  await expect(receive('fit-connect', { config, once: true })).rejects.toMatchObject({ code: 'connector-configuration-invalid' });
  await expect(receive('telefax', { config, once: true })).rejects.toMatchObject({ code: 'configuration-invalid' });
});
