import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { createFigures } from './figures.js';
import type { FromMember, ToMember } from './messages.js';

export interface Group {
  /** On which all members listen. */
  readonly port: number;
  /** Every member takes no more requests, lets running hand-overs end, and ends. */
  stop(): Promise<void>;
}

const shortestPause = 500;
const longestPause = 30_000;
/** Who lived so long did not fail at the start. */
const longLife = 60_000;
/** After so long a member that was told to stop is killed; what it left is taken up again, as after any crash. */
const graceMilliseconds = 15_000;

/**
 * Runs this program `count` times on one port, with `environment`, and starts a member again that ended. The members know nothing of
 * each other: what they share is the database (ADR 0080).
 */
export async function startGroup(count: number, environment: Readonly<Record<string, string | undefined>>, log: Logger): Promise<Group> {
  const ending = new AbortController();
  const members = new Set<Worker>();
  const figures = createFigures(() => [...members].filter((member) => member.isConnected()));
  const fork = (): Worker => {
    const member = cluster.fork(environment);
    members.add(member);
    member.once('exit', () => members.delete(member));
    member.on('error', (error) => log.error({ err: error }, 'a process of the portal'));
    member.on('message', (message: FromMember) => figures(member, message));
    return member;
  };
  const stop = async (): Promise<void> => {
    ending.abort();
    const gone = [...members].map(endOf);
    for (const member of members) if (member.isConnected()) member.send({ kind: 'stop' } satisfies ToMember);
    const late = setTimeout(() => members.forEach((member) => member.process.kill('SIGKILL')), graceMilliseconds);
    await Promise.all(gone);
    clearTimeout(late);
  };
  try {
    // The first alone: it makes or renews the tables and the key.
    const first = fork();
    const port = await ready(first);
    const others = Array.from({ length: count - 1 }, fork);
    await Promise.all(others.map(ready));
    for (const member of [first, ...others]) void keepAlive(member, fork, log, ending.signal);
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const endOf = (member: Worker): Promise<{ readonly code: number; readonly signal: string }> =>
  new Promise((resolve) => member.once('exit', (code, signal) => resolve({ code, signal })));

/** The port, as soon as the member listens. */
function ready(member: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    member.on('message', (message: FromMember) => {
      if (message.kind === 'ready') resolve(message.port);
    });
    // It said itself why.
    member.once('exit', () => reject(new ConfigurationError('process-not-started', 'The portal did not start; the reason stands above.')));
  });
}

/** Until the group ends: in the place of a member that ended comes another, after a pause that grows while they fail at once. */
async function keepAlive(first: Worker, fork: () => Worker, log: Logger, ending: AbortSignal): Promise<void> {
  let pause = shortestPause;
  for (let member = first; ; member = fork()) {
    const since = Date.now();
    const { code, signal } = await endOf(member);
    if (ending.aborted) return;
    pause = Date.now() - since > longLife ? shortestPause : Math.min(2 * pause, longestPause);
    log.error({ code, signal, pause }, 'a process of the portal ended; another one starts');
    await sleep(pause, undefined, { signal: ending }).catch(() => undefined);
    if (ending.aborted) return;
  }
}
