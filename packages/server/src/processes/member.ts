import type { Registry } from 'prom-client';
import type { RunningPortal } from '../start-portal.js';
import type { Figures, FromMember, ToMember } from './messages.js';

/** Gives the figures of all processes as text. */
export type ReadMetrics = (registry: Registry) => Promise<string>;

const patienceMilliseconds = 5_000;

/** One process of a group (`startGroup`): starts the portal, says so, and stops when it is told to. It ends with its group. */
export async function serveAsMember(run: (readMetrics: ReadMetrics) => Promise<RunningPortal>): Promise<void> {
  const group = askGroup();
  const running = await run(group.readMetrics);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    process.exit(0);
  };
  process.on('message', (message: ToMember) => {
    if (message.kind === 'stop') void stop();
    if (message.kind === 'figures-wanted') void tellFigures(running, message.question);
  });
  // Ctrl-C reaches every process of a terminal; the group tells when to stop.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void stop());
  tell({ kind: 'ready', port: running.port });
}

function tell(message: FromMember): void {
  process.send?.(message);
}

async function tellFigures({ portal }: RunningPortal, question: number): Promise<void> {
  const figures = (await portal.metrics.registry.getMetricsAsJSON()) as Figures;
  tell({ kind: 'figures', question, figures });
}

function askGroup(): { readonly readMetrics: ReadMetrics } {
  const waiting = new Map<number, (text: string) => void>();
  let last = 0;
  process.on('message', (message: ToMember) => {
    if (message.kind !== 'all-figures') return;
    waiting.get(message.question)?.(message.text);
    waiting.delete(message.question);
  });
  return {
    readMetrics: () =>
      new Promise((resolve, reject) => {
        const question = ++last;
        const tooLong = setTimeout(() => {
          waiting.delete(question);
          reject(new Error('The figures of the other processes did not come in time'));
        }, patienceMilliseconds);
        waiting.set(question, (text) => {
          clearTimeout(tooLong);
          resolve(text);
        });
        tell({ kind: 'all-figures-wanted', question });
      }),
  };
}
