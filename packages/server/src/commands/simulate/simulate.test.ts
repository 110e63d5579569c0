import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import { createDeliveryConnector, deliveryConfiguration } from '@serviceportal/portal-adapter';
import type { Delivery } from '@serviceportal/portal-adapter';
import { parse } from 'yaml';
import type { RunningSimulator } from './simulator.js';
import { simulatorsInWords, startSimulator } from './simulate.js';
import { simulators } from './simulators.js';

const application: Delivery = {
  key: 'k-1',
  reference: 'MS-1',
  service: { key: 'hundesteuer', version: '1.0.0', title: 'Hundesteuer', leika: [] },
  municipality: { name: 'Musterstadt', ars: '059700000000' },
  submittedAt: '2026-03-01T09:30:00.000Z',
  files: [],
};

const options = { port: 0, host: '127.0.0.1', hang: 60 };
const started: RunningSimulator[] = [];

type Change = Partial<Parameters<typeof startSimulator>[1]>;

async function start(kind: string, change: Change = {}, environment = {}): Promise<RunningSimulator> {
  const running = await startSimulator(kind, { ...options, ...change }, environment);
  started.push(running);
  return running;
}

afterEach(async () => {
  for (const running of started.splice(0)) await running.close();
});

interface Printed {
  readonly delivery?: unknown;
}

/** Every port of this machine that the printed configuration leads to. */
function portsOf({ configuration }: RunningSimulator): number[] {
  return [...configuration.matchAll(/(?:http:\/\/127\.0\.0\.1:|port: )(\d+)/g)].map(([, port]) => Number(port));
}

describe.each(Object.keys(simulators))('serviceportal simulate %s', (kind) => {
  it('listens where its printed configuration leads', async () => {
    const running = await start(kind, { behaviour: simulators[kind]?.behaviours.at(-1) ?? '' });
    const ports = portsOf(running);
    // The one that is reached by a folder has a page alone.
    expect(ports.length > 0 || running.configuration.includes('outbox: "/')).toBe(true);
    for (const port of ports) {
      const connection = connect(port, '127.0.0.1');
      await once(connection, 'connect');
      connection.destroy();
    }
  });

  it('prints a target that a connector is made of', async () => {
    const running = await start(kind, { webhook: 'https://portal.example/rueckmeldung/ziel' });
    const { delivery } = parse(running.configuration) as Printed;
    if (delivery === undefined) return;
    expect(() => createDeliveryConnector(deliveryConfiguration.parse(delivery), running.environment)).not.toThrow();
  });

  it('is told by --help', () => {
    expect(simulatorsInWords()).toContain(`  ${kind}\n`);
  });
});

describe('serviceportal simulate', () => {
  it('says what there is, where something unknown is asked for', async () => {
    await expect(start('telefax')).rejects.toMatchObject({
      code: 'simulator-invalid',
      message: expect.stringContaining('fachverfahren, '),
    });
    await expect(start('clamd', { behaviour: 'sleepy' })).rejects.toThrow(/no behaviour "sleepy"\. It has: honest/);
    await expect(start('fachverfahren', { webhook: 'localhost:8080' })).rejects.toThrow(/--webhook must be an address/);
  });

  it('makes the counterpart behave as it is told', async () => {
    const { configuration, environment } = await start('fachverfahren', { behaviour: 'numberLater' });
    const { delivery } = parse(configuration) as Printed;
    const [create] = createDeliveryConnector(deliveryConfiguration.parse(delivery), environment).steps;
    const context = { signal: AbortSignal.timeout(10_000), progress: {}, keep: () => Promise.resolve() };
    expect(await create?.run(application, context)).toEqual({ progress: { takenAt: expect.any(String) } });
  });

  it('says which port is in use', async () => {
    const [port = 0] = portsOf(await start('fachverfahren'));
    await expect(start('fachverfahren', { port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(String(port)),
    });
  });

  it('takes secrets from the environment, and makes others up', async () => {
    const fixed = await start('fachverfahren', { webhook: 'http://localhost:1/rueckmeldung/x' }, { FACHVERFAHREN_TOKEN: 'mein-Token' });
    expect(fixed.environment['FACHVERFAHREN_TOKEN']).toBe('mein-Token');
    expect(fixed.environment['FACHVERFAHREN_WEBHOOK_SECRET']).toMatch(/^[0-9a-f]{48}$/);
    const { delivery } = parse(fixed.configuration) as Printed;
    expect(createDeliveryConnector(deliveryConfiguration.parse(delivery), fixed.environment).callback).toBeDefined();
  });

  it('keeps what it receives only in a folder that was named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kept-'));
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('simulate-cmis-'));
    await (await start('cmis')).close();
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('simulate-cmis-'))).toEqual(before);
    await (await start('fachverfahren', { folder })).close();
    expect((await readdir(folder)).sort()).toEqual(['eingang', 'faelle']);
    await rm(folder, { recursive: true });
  });

  it('prints addresses and secrets, and stops on Ctrl-C', async () => {
    const child = spawn(process.execPath, ['packages/server/bin/serviceportal.js', 'simulate', 'fachverfahren', '--port', '0'], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      printed += text as string;
      if (printed.includes('Stop with Ctrl-C.')) break;
    }
    expect(printed).toMatch(/url: http:\/\/127\.0\.0\.1:\d+\/api\/faelle/);
    expect(printed).toMatch(/FACHVERFAHREN_TOKEN=[0-9a-f]{48}/);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 60_000);
});
