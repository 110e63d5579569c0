import cluster from 'node:cluster';
import { resolve } from 'node:path';
import { demonstrationAccounts } from '../municipalities/clerk-accounts.js';
import { readConfiguration } from '../municipalities/read-configuration.js';
import { startGroup } from '../processes/group.js';
import { serveAsMember } from '../processes/member.js';
import { portalLog } from './portal-log.js';
import { runPortal } from './run-portal.js';
import type { RunOptions } from './run-portal.js';
import { startStandIns } from './stand-ins.js';
import type { StandIns } from './stand-ins.js';

export interface StartOptions extends RunOptions {
  readonly processes: number;
  readonly ready: boolean;
}

/** Whatever serves: one process or several. */
interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

/** `serviceportal start`: runs until it is told to stop. */
export async function start(options: StartOptions): Promise<void> {
  if (cluster.isWorker) return serveAsMember((readMetrics) => runPortal(options, process.env, readMetrics));
  const { demonstration, processes } = options;
  const standIns = demonstration ? await startStandIns(resolve(options.data), options.port) : null;
  try {
    const environment = { DATA: resolve(options.data), ...standIns?.environment, ...process.env };
    const configuration = readConfiguration(resolve(options.municipality), environment);
    const running: Running =
      processes === 1 ? await runPortal(options, environment) : await startGroup(processes, environment, portalLog(demonstration));
    standIns?.portalAt(running.port);
    stopOnSignal(running, standIns);
    const base = configuration.baseUrl ?? `http://localhost:${running.port}`;
    console.log(addresses(configuration.name, base, standIns).join('\n'));
    if (options.ready) console.log(`READY ${running.port}`);
  } catch (error) {
    await standIns?.close();
    throw error;
  }
}

function addresses(name: string, base: string, standIns: StandIns | null): string[] {
  const login = demonstrationAccounts[0];
  return [
    '',
    `${name}`,
    `  Online services            ${base}/`,
    `  Clerk's desk               ${base}/amt${standIns ? `   (user "${login.username}", password "${login.password}")` : ''}`,
    ...(standIns ? [`  Stand-in Fachverfahren     ${standIns.fachverfahren.url}/`] : []),
    ...(standIns?.mailbox.url ? [`  Stand-in mailbox           ${standIns.mailbox.url}/`] : []),
    ...(standIns ? [`  Stand-in account           ${standIns.account.issuer}/   (“Mit Konto ausfüllen” leads there)`] : []),
    '',
    'Stop with Ctrl-C.',
  ];
}

function stopOnSignal(running: Running, standIns: StandIns | null): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    // A second Ctrl-C does not wait for running hand-overs; they are taken up again at the next start.
    if (stopping) process.exit(130);
    stopping = true;
    await running.stop();
    await standIns?.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}
