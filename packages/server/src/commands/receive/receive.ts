import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createFitConnectReceiver, DeliveryError } from '@serviceportal/portal-adapter';
import type { FitConnectReceiver, FitConnectReceiverInput } from '@serviceportal/portal-adapter';
import { parse, YAMLError } from 'yaml';
import { ConfigurationError } from '../../municipalities/configuration-error.js';

export interface ReceiveOptions {
  readonly config: string;
  readonly once: boolean;
}

/** `serviceportal receive fit-connect`: empties a destination until it is told to stop, or once. One line of JSON for each submission. */
export async function receive(from: string, options: ReceiveOptions): Promise<void> {
  if (from !== 'fit-connect') throw invalid(`Nothing is received from "${from}". There is: fit-connect.`);
  const receiver = createFitConnectReceiver(configurationIn(options.config), process.env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const isWell = await receiveUntil(receiver, options.once, stop.signal, (line) => console.log(JSON.stringify(line)));
  if (!isWell) process.exitCode = 1;
}

/** @returns whether the last look went well */
export async function receiveUntil(
  receiver: FitConnectReceiver & { readonly pollSeconds: number },
  once: boolean,
  signal: AbortSignal,
  print: (line: object) => void,
): Promise<boolean> {
  for (;;) {
    const isWell = await look(receiver, signal, print);
    if (!once) await setTimeout(receiver.pollSeconds * 1000, undefined, { signal }).catch(() => undefined);
    if (once || signal.aborted) return isWell;
  }
}

async function look(receiver: FitConnectReceiver, signal: AbortSignal, print: (line: object) => void): Promise<boolean> {
  try {
    const outcomes = await receiver.receive({ signal });
    for (const outcome of outcomes) print(outcome);
    return outcomes.every(({ result }) => result !== 'waiting');
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    print({ error: error.code, message: error.message });
    return false;
  }
}

/** Its shape is checked where the receiver is made. */
function configurationIn(file: string): FitConnectReceiverInput {
  try {
    return parse(readFileSync(file, 'utf8')) as FitConnectReceiverInput;
  } catch (error) {
    // Its message shows lines of the file, which may hold a token.
    if (error instanceof YAMLError) throw invalid(`${file} cannot be read as YAML: ${error.code} in line ${error.linePos?.[0].line ?? 1}.`);
    throw invalid(`${file} cannot be read.`, { cause: error });
  }
}

const invalid = (message: string, options?: ErrorOptions): ConfigurationError =>
  new ConfigurationError('configuration-invalid', message, options);
