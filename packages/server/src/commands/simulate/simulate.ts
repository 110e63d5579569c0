import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigurationError } from '../../municipalities/configuration-error.js';
import type { RunningSimulator } from './simulator.js';
import { simulators } from './simulators.js';

export interface SimulateOptions {
  readonly port: number;
  readonly host: string;
  readonly folder?: string;
  readonly behaviour?: string;
  readonly webhook?: string;
  readonly hang: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `serviceportal simulate`: runs one counterpart until it is told to stop. */
export async function simulate(kind: string, options: SimulateOptions): Promise<void> {
  const running = await startSimulator(kind, options, process.env);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      void running.close().then(() => process.exit(0));
    });
  }
  console.log(describe(kind, running, options));
}

/** @throws ConfigurationError */
export async function startSimulator(kind: string, options: SimulateOptions, environment: Environment): Promise<RunningSimulator> {
  const chosen = simulators[kind];
  if (!chosen) throw invalid(`There is no simulator "${kind}". There are: ${Object.keys(simulators).join(', ')}.`);
  const { port, host, behaviour = chosen.behaviours[0] ?? '', webhook, hang } = options;
  if (!chosen.behaviours.includes(behaviour)) {
    throw invalid(`The simulator "${kind}" has no behaviour "${behaviour}". It has: ${chosen.behaviours.join(', ')}.`);
  }
  if (webhook !== undefined && !/^https?:$/.test(URL.parse(webhook)?.protocol ?? '')) {
    throw invalid(`--webhook must be an address that starts with http:// or https://, such as http://localhost:8080/rueckmeldung/TARGET.`);
  }
  const folder = options.folder === undefined ? await mkdtemp(join(tmpdir(), `simulate-${kind}-`)) : resolve(options.folder);
  const tidyUp = (): Promise<void> => (options.folder === undefined ? rm(folder, { recursive: true, force: true }) : Promise.resolve());
  try {
    await mkdir(folder, { recursive: true });
    const running = await chosen.start({ port, host, folder, webhook, hangSeconds: hang, environment });
    running.behave(behaviour);
    return { ...running, close: () => running.close().then(tidyUp) };
  } catch (cause) {
    await tidyUp();
    throw explained(cause, port);
  }
}

/** For `--help`. */
export function simulatorsInWords(): string {
  const entries = Object.entries(simulators).map(
    ([kind, { what, behaviours }]) => `  ${kind}\n    ${what}\n    behaviours: ${inLines(behaviours)}`,
  );
  return [
    '\nKinds:',
    ...entries,
    '\nEvery behaviour but the first is what real counterparts do on bad days; the page of a simulator can switch it, too.',
    'What it receives is gone when it stops, unless --folder names a place. Secrets are made anew at every start, unless the',
    'environment has them under the names that are printed.',
    '\nExample: a Fachverfahren that says by itself what became of a case',
    '  serviceportal simulate fachverfahren --port 9001 --webhook http://localhost:8080/rueckmeldung/finanzverfahren',
    'Put the printed "delivery" into municipality.yaml, the printed variables into the environment, and start the portal.',
  ].join('\n');
}

/** Words after words, in lines that a terminal shows whole. */
function inLines(words: readonly string[]): string {
  return words.join(', ').replace(/(.{60,80}?,) /g, '$1\n      ');
}

function describe(kind: string, running: RunningSimulator, { folder, behaviour }: SimulateOptions): string {
  const variables = Object.entries(running.environment).map(([name, value]) => `  ${name}=${value}`);
  return [
    '',
    `Simulator ${kind}${behaviour === undefined ? '' : `, behaviour ${behaviour}`}. Nothing here is real.`,
    ...(running.page === null ? [] : [`Page for people: ${running.page}`]),
    folder === undefined ? 'What it receives is gone when it stops.' : `What it receives is kept in ${resolve(folder)}.`,
    '\nFor municipality.yaml:',
    running.configuration.replace(/^/gm, '  '),
    ...(variables.length > 0 ? ['\nFor the environment of the portal:', ...variables] : []),
    '\nStop with Ctrl-C.',
  ].join('\n');
}

function explained(cause: unknown, port: number): unknown {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new ConfigurationError('port-in-use', `Port ${port} is in use. Name another one with --port.`, { cause });
  if (code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST') {
    return invalid(`The simulator may not use its port or its folder (${code}). Name others with --port and --folder.`);
  }
  return cause;
}

const invalid = (message: string): ConfigurationError => new ConfigurationError('simulator-invalid', message);
