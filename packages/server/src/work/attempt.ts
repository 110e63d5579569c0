import type { DeliveryEventType, DeliveryState } from '@serviceportal/form-engine';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { Delivery, DeliveryConnector, Receipt, StepContext } from '@serviceportal/portal-adapter';
import { ApplicationUnreadable } from '../applications/application.js';

/** What an attempt came to, in the words of the delivery's life cycle. */
export interface AttemptResult {
  readonly event: Exclude<DeliveryEventType, 'start' | 'resend' | 'confirm'>;
  readonly receipt: Receipt | null;
  /** Code and message of the connector; holds no citizens' data. */
  readonly detail: string | null;
  /** The counterpart's own words; they may name a person. */
  readonly reason: string | null;
  /** The counterpart asks to be left alone for so long. */
  readonly waitSeconds: number;
}

const nothing = { receipt: null, detail: null, reason: null, waitSeconds: 0 };

/**
 * One step towards the counterpart. From `unclear` it only asks whether the counterpart has the delivery; it sends from
 * `delivering`. Never throws.
 */
export async function attempt(
  connector: DeliveryConnector,
  state: DeliveryState,
  key: string,
  delivery: () => Promise<Delivery>,
  signal: AbortSignal,
): Promise<AttemptResult> {
  try {
    if (state === 'unclear') return await clarify(connector, key, signal);
    const built = await delivery().catch((error: unknown) => notBuilt(error));
    return 'event' in built ? built : acknowledged(await runSteps(connector, built, signal));
  } catch (error) {
    return failed(error, state);
  }
}

async function clarify(connector: DeliveryConnector, key: string, signal: AbortSignal): Promise<AttemptResult> {
  const { sheet } = connector;
  const find = connector.steps[0]?.find;
  if (sheet.lookupByKey && find) {
    const receipt = (await find({ key, reference: '' }, stepContext(signal)))?.receipt;
    if (receipt) return acknowledged(receipt);
    return { ...nothing, event: 'safe-to-repeat', detail: 'The counterpart does not have it' };
  }
  if (sheet.idempotentCreate) return { ...nothing, event: 'safe-to-repeat', detail: 'Sending twice leaves one case' };
  return { ...nothing, event: 'give-up', detail: 'It may have arrived, and the counterpart cannot be asked' };
}

const stepContext = (signal: AbortSignal): StepContext => ({ signal, progress: {}, keep: () => Promise.resolve() });

async function runSteps(connector: DeliveryConnector, delivery: Delivery, signal: AbortSignal): Promise<Receipt> {
  let receipt: Receipt | undefined;
  for (const step of connector.steps) receipt = (await step.run(delivery, stepContext(signal))).receipt ?? receipt;
  if (!receipt) throw new Error('The last step ended without a receipt.');
  return receipt;
}

const acknowledged = (receipt: Receipt): AttemptResult => ({ ...nothing, event: 'acknowledge', receipt });

/** Nothing was sent yet: whatever went wrong, the counterpart has nothing. */
function notBuilt(error: unknown): AttemptResult {
  const detail = `Not sent, it could not be put together. ${described(error)}`;
  return { ...nothing, event: error instanceof DeliveryError ? eventOf[error.kind] : 'unavailable', detail };
}

function failed(error: unknown, state: DeliveryState): AttemptResult {
  const known = error instanceof DeliveryError ? error : null;
  const outcome = { ...nothing, detail: described(error), reason: known?.reason ?? null, waitSeconds: known?.retryAfterSeconds ?? 0 };
  // A question about a delivery that found no answer leaves it as unclear as it was.
  if (state === 'unclear') return { ...outcome, event: 'unavailable' };
  return { ...outcome, event: known ? eventOf[known.kind] : 'lose-track' };
}

const eventOf = { refused: 'refuse', unavailable: 'unavailable', unclear: 'lose-track' } as const;

/** Code and message of what is made for people to read; of anything else only what kind it is: its message may quote answers. */
function described(error: unknown): string {
  if (error instanceof DeliveryError || error instanceof ApplicationUnreadable) return `${error.code}: ${error.message}`;
  return `unexpected: ${error instanceof Error ? error.name : typeof error}`;
}
