import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScanError } from '../../contract/scanner.js';
import type { Scanner } from '../../contract/scanner.js';
import { startClamd } from '../../simulators/clamd/clamd.js';
import type { RunningClamd } from '../../simulators/clamd/clamd.js';
import type { ClamdBehaviour } from '../../simulators/clamd/behaviour.js';
import { createScanner, scannerConfiguration } from '../create-scanner.js';

const virus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const file = (...pieces: (string | Buffer)[]): Readable => Readable.from(pieces.map((piece) => Buffer.from(piece)));
const pieces = (megabytes: number): Readable => Readable.from(Array.from({ length: megabytes }, () => Buffer.alloc(1_000_000)));
const scannerAt = (parts: object): Scanner => createScanner(scannerConfiguration.parse({ scanner: 'clamd', timeoutSeconds: 60, ...parts }));
const failing = async (scan: Promise<unknown>): Promise<ScanError> => {
  const outcome = await scan.then(
    () => 'ended well',
    (error: unknown) => error,
  );
  if (!(outcome instanceof ScanError)) throw new Error(`No ScanError: ${String(outcome)}`);
  return outcome;
};

let clamd: RunningClamd;
let scanner: Scanner;
beforeEach(async () => {
  clamd = await startClamd({ streamMaxLength: 40_000_000 });
  scanner = scannerAt({ host: '127.0.0.1', port: clamd.port });
});
afterEach(() => clamd.close());

describe('the clamd scanner', () => {
  it('calls a file clean that was read to its end, byte for byte', async () => {
    await expect(scanner.scan(file('ein ', '', 'Satz'))).resolves.toEqual({ kind: 'clean' });
    await expect(scanner.scan(file())).resolves.toEqual({ kind: 'clean' });
    expect(clamd.received.map(String)).toEqual(['ein Satz', '']);
  });

  it('names what was found, also across pieces', async () => {
    await expect(scanner.scan(file(virus.slice(0, 20), virus.slice(20)))).resolves.toEqual({ kind: 'found', name: 'Eicar-Test-Signature' });
  });

  it('speaks through a unix socket', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    const socket = join(folder, 'clamd.ctl');
    const local = await startClamd({ socket });
    try {
      await scannerAt({ socket }).ping();
      await expect(scannerAt({ socket }).scan(file(virus))).resolves.toMatchObject({ kind: 'found' });
    } finally {
      await local.close();
      await rm(folder, { recursive: true });
    }
  });

  it('says that a file is larger than clamd takes, though clamd hangs up early', async () => {
    const error = await failing(scanner.scan(pieces(50)));
    expect(error).toMatchObject({ code: 'clamd-too-large', kind: 'too-large' });
  });

  it.each([
    ['slow', 'clamd-slow'],
    ['deaf', 'clamd-slow'],
    ['cutMidStream', 'clamd-unreachable'],
    ['cutBeforeAnswer', 'clamd-unreachable'],
    ['halfAnswer', 'clamd-broke-off'],
    ['hasty', 'clamd-broke-off'],
    ['failing', 'clamd-failed'],
    ['nonsense', 'clamd-answer-unreadable'],
    ['endless', 'clamd-broke-off'],
  ] satisfies [ClamdBehaviour, string][])('calls nothing clean by a clamd that is %s', async (behaviour, code) => {
    clamd.behave(behaviour);
    const patience = code === 'clamd-slow' ? 1 : 60;
    const impatient = scannerAt({ host: '127.0.0.1', port: clamd.port, timeoutSeconds: patience });
    // More than fits on the way: an answer that comes early is early for us, too.
    const large = pieces(30);
    expect(await failing(impatient.scan(large))).toMatchObject({ code, kind: 'unavailable' });
    expect(large.destroyed).toBe(true);
    clamd.behave('honest');
    await expect(scanner.scan(file('wieder da'))).resolves.toEqual({ kind: 'clean' });
  });

  it('cannot reach a clamd that is down', async () => {
    await clamd.close();
    expect(await failing(scanner.scan(file('x')))).toMatchObject({ code: 'clamd-unreachable', kind: 'unavailable' });
    expect(await failing(scanner.ping())).toMatchObject({ code: 'clamd-unreachable' });
    clamd = await startClamd();
  });

  it('ends when nobody waits any more', async () => {
    clamd.behave('slow');
    const error = await failing(scanner.scan(file('x'), { signal: AbortSignal.timeout(100) }));
    expect(error.kind).toBe('unavailable');
    expect((await failing(scanner.scan(file('x'), { signal: AbortSignal.abort() }))).kind).toBe('unavailable');
  });

  it('passes on that the file itself cannot be read, and asks nobody about half of it', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('halb');
        throw new Error('unreadable');
      })(),
    );
    await expect(scanner.scan(broken)).rejects.toThrow('unreadable');
    expect(clamd.received).toEqual([]);
  });

  it('quotes nothing of the file', async () => {
    clamd.behave('cutBeforeAnswer');
    expect(inspect(await failing(scanner.scan(file('geheim'))), { depth: 10 })).not.toContain('geheim');
  });
});

describe('its configuration', () => {
  const problems = (parts: object): string =>
    scannerConfiguration
      .safeParse({ scanner: 'clamd', ...parts })
      .error?.issues.map(({ message }) => message)
      .join() ?? '';

  it('names a socket or a host, not both', () => {
    expect(problems({})).toContain('either socket or host');
    expect(problems({ socket: '/run/clamd', host: 'clamd' })).toContain('either socket or host');
    expect(problems({ socket: 'clamd.ctl' })).toContain('absolute');
    expect(problems({ host: 'clamd' })).toBe('');
  });
});
