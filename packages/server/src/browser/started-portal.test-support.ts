import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArchive } from '@serviceportal/form-engine';
import type { ServicePackage } from '@serviceportal/form-engine';
import { repository } from '@serviceportal/test-support';

export interface StartedPortal {
  readonly citizen: string;
  readonly clerk: string;
  readonly fachverfahren: string;
  readonly mailbox: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The packed service that the demonstration offers under this key. */
export async function offeredArchive(key: string): Promise<ServicePackage> {
  const folder = join(repository, 'build/packages');
  const file = (await readdir(folder)).find((name) => name.startsWith(key));
  return readArchive(await readFile(join(folder, file ?? key), 'utf8'));
}

/** Starts the demonstration as `npm start` does, on a free port and with data of its own. */
export async function startDemonstration(
  more: readonly string[] = [],
  folder?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedPortal> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'serviceportal-browser-')));
  const portal = spawn(
    process.execPath,
    [
      'packages/server/bin/serviceportal.js',
      'start',
      ...[
        '--demonstration',
        '--municipality',
        'examples/musterstadt',
        '--packages',
        'build/packages',
        '--data',
        data,
        '--port',
        '0',
        '--ready',
      ],
      ...more,
    ],
    { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } },
  );
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    portal.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (/^READY \d+$/m.test(printed)) resolve();
    });
    portal.on('exit', (code) => reject(new Error(`The portal ended with ${code} before it was ready: ${printed}`)));
  });
  const addresses = [...printed.matchAll(/http:\/\/\S+/g)].map(([address]) => address);
  return {
    citizen: addresses[0] ?? '',
    clerk: addresses[1] ?? '',
    fachverfahren: addresses[2] ?? '',
    mailbox: addresses[3] ?? '',
    process: portal,
    async stop() {
      if (portal.exitCode === null && portal.signalCode === null) {
        const ended = new Promise((resolve) => portal.once('exit', resolve));
        portal.kill('SIGTERM');
        await ended;
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}
