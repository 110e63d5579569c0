import type { DeliveryEventType, HandOverStep } from '@serviceportal/form-engine';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { DeliveryStep, Progress, Receipt, StepResult } from '@serviceportal/portal-adapter';
import { ApplicationUnreadable } from '../applications/application.js';
import { StoreError } from '../storage/store-error.js';

/** What a step, or a question about it, came to, in the words of the delivery's life cycle. */
export interface Outcome {
  readonly event: Exclude<DeliveryEventType, 'give-up' | 'resend' | 'ask' | 'start-over' | 'confirm-arrival'>;
  /** The step that is done by it. */
  readonly done: HandOverStep | null;
  readonly progress: Progress | null;
  readonly receipt: Receipt | null;
  /** Code and message of the connector; holds no citizens' data. */
  readonly detail: string | null;
  /** The counterpart's own words; they may name a person. */
  readonly reason: string | null;
  /** The counterpart asks to be left alone for so long. */
  readonly waitSeconds: number;
  /**
   * What it says about the target: it is unavailable; it may be, or the matter only takes its time (a confirmation, an answer to a question);
   * it answers; or nothing.
   */
  readonly target: 'unavailable' | 'waits' | 'answers' | null;
}

const nothing = { done: null, progress: null, receipt: null, detail: null, reason: null, waitSeconds: 0, target: null };

/** A step ended well. `next`: the one that follows; absent: it was the last. */
export function stepDone(step: DeliveryStep, { progress, receipt }: StepResult, next: DeliveryStep | undefined): Outcome {
  const learned = { done: step.name, progress: progress ?? null, receipt: receipt ?? null };
  return { ...nothing, ...learned, event: next?.name ?? 'acknowledge', target: 'answers' };
}

export const notThere: Outcome = { ...nothing, event: 'not-there', detail: 'The counterpart does not have it', target: 'answers' };

/** Nothing was sent: it could not even be put together. */
export function notBuilt(error: unknown): Outcome {
  const refused = error instanceof DeliveryError && error.kind === 'refused';
  const detail = `Not sent, it could not be put together. ${described(error)}`;
  return { ...nothing, event: refused ? 'refuse' : 'unavailable', detail };
}

/** A step ended badly. */
export function stepFailed(step: DeliveryStep, error: unknown): Outcome {
  const known = error instanceof DeliveryError ? error : null;
  const kind = known?.kind ?? 'unclear';
  const event = kind === 'unclear' ? unclearEvent(step) : kind === 'refused' ? 'refuse' : 'unavailable';
  const outcome = failed(error);
  const waits = outcome.target === 'unavailable' && step.name === 'confirm';
  return { ...outcome, event, ...(waits && { target: 'waits' }) };
}

/** A question about a step found no answer: it is as unclear as it was. Where asking again changes nothing, a person must look. */
export function questionFailed(error: unknown): Outcome {
  const refused = error instanceof DeliveryError && error.kind === 'refused';
  const outcome = failed(error);
  const target = outcome.target === 'unavailable' ? 'waits' : outcome.target;
  return { ...outcome, event: refused ? 'must-decide' : 'unavailable', target };
}

/** Nobody knows whether the step took effect. */
export const lostTrack = (step: DeliveryStep | undefined, detail: string): Outcome => ({ ...nothing, event: unclearEvent(step), detail });

/** Nobody heard what the counterpart said: it is asked again. */
export const questionLost: Outcome = { ...nothing, event: 'unavailable', detail: 'The process ended while the counterpart was asked' };

/** The connector's steps are others than when the hand-over began. */
export function otherSteps(asking: boolean, step: DeliveryStep | undefined): Outcome {
  const detail = 'The connector has other steps than when this hand-over began';
  return asking ? lostTrack(step, detail) : { ...nothing, event: 'refuse', detail };
}

/** What must happen before the step may run again. A step that the connector does not know any more is left to a person. */
function unclearEvent(step: DeliveryStep | undefined): 'may-repeat' | 'must-ask' | 'must-decide' {
  if (step?.whenUnclear === 'repeat') return 'may-repeat';
  return step?.whenUnclear === 'ask' && step.find ? 'must-ask' : 'must-decide';
}

function failed(error: unknown): Omit<Outcome, 'event'> {
  const known = error instanceof DeliveryError ? error : null;
  const target = known && targetAfter(known);
  return { ...nothing, detail: described(error), reason: known?.reason ?? null, waitSeconds: known?.retryAfterSeconds ?? 0, target };
}

/** A gateway that answers for a target that is down, or nobody who answers, leaves it unclear. 409 says the target itself. */
const targetAfter = ({ kind, code }: DeliveryError): 'unavailable' | 'answers' =>
  kind === 'refused' || code === 'http-conflict' ? 'answers' : 'unavailable';

/** Code and message of what is made for people to read; of anything else only what kind it is: its message may quote answers. */
export function described(error: unknown): string {
  if (error instanceof DeliveryError || error instanceof ApplicationUnreadable || error instanceof StoreError)
    return `${error.code}: ${error.message}`;
  return `unexpected: ${error instanceof Error ? error.name : typeof error}`;
}
