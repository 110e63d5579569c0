import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Tests and tools run from the folder of the repository. */
const repository = process.cwd();

/** What the process with the mutants tells. */
export type MutantEvent =
  | { readonly began: number; readonly megabytes: number; readonly description: string }
  | { readonly ended: number; readonly seconds: number; readonly outcome?: 'model' | 'refused'; readonly failure?: string };

export interface MutantRun {
  readonly model: number;
  readonly refused: number;
  /** Each with the number of the mutant, what was done to it, and what happened. */
  readonly failures: readonly string[];
  /** Seconds of processor time, slowest first. */
  readonly slowest: readonly { readonly description: string; readonly seconds: number; readonly megabytes: number }[];
}

/** The whole process gets this much for its heap, however many inputs it reads. */
const heapMegabytes = 160;
/** Seconds by the clock after which a mutant counts as hanging, for any and for each megabyte. A machine may be busy. */
const patience = { each: 60, megabyte: 30 };

/** Takes every `step`-th mutant all the way in a process of its own, and starts another one behind a mutant that ends it. */
export async function runMutants(from: number, count: number, step = 1): Promise<MutantRun> {
  const total = {
    model: 0,
    refused: 0,
    failures: [] as string[],
    slowest: [] as { description: string; seconds: number; megabytes: number }[],
  };
  let next = from;
  let left = count;
  while (left > 0) {
    const before = total.model + total.refused + total.failures.length;
    await runProcess([next, left, step], total);
    const done = total.model + total.refused + total.failures.length - before;
    if (done === 0) throw new Error('The process with the mutants does not start.');
    next += done * step;
    left -= done;
  }
  total.slowest.sort((a, b) => b.seconds - a.seconds).splice(10);
  return total;
}

async function runProcess(
  range: readonly number[],
  total: { model: number; refused: number; failures: string[]; slowest: { description: string; seconds: number; megabytes: number }[] },
): Promise<void> {
  const script = join(repository, 'packages/fim-import/src/robustness/run-mutants.test-support.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', `--max-old-space-size=${heapMegabytes}`, script, ...range.map(String)], {
    cwd: repository,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json'), NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (piece: Buffer) => (complaint = (complaint + piece.toString()).slice(-2_000)));
  const exit = once(child, 'exit');
  let current: Extract<MutantEvent, { began: number }> | undefined;
  let watch: NodeJS.Timeout | undefined;
  let hanging = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as MutantEvent;
    clearTimeout(watch);
    if ('began' in event) {
      current = event;
      watch = setTimeout(() => (hanging = child.kill('SIGKILL')), 1_000 * (patience.each + patience.megabyte * event.megabytes));
    } else if (current !== undefined) {
      const { description, megabytes } = current;
      if (event.failure !== undefined) total.failures.push(`${description}\n${event.failure}`);
      else total[event.outcome ?? 'model']++;
      total.slowest.push({ description, seconds: event.seconds, megabytes });
      current = undefined;
    }
  }
  const [code] = (await exit) as [number | null];
  clearTimeout(watch);
  if (current !== undefined)
    total.failures.push(`${current.description}\n${hanging ? 'hangs' : `ended the process (${code}): ${complaint}`}`);
  else if (code !== 0) throw new Error(`The process with the mutants ended with ${code}: ${complaint}`);
}
