import { stateOfStep } from '@serviceportal/form-engine';
import type { Delivery, DeliveryConnector, DeliveryStep, StepContext, StepResult } from '@serviceportal/portal-adapter';
import { isStepState, stateOf } from './delivery-state.js';
import type { Begun, Held, Journal, Opened } from './journal.js';
import { lostTrack, notBuilt, notThere, otherSteps, questionFailed, questionLost, stepDone, stepFailed } from './outcome.js';
import type { Outcome } from './outcome.js';
import { openProgress } from './progress.js';

export interface HandOver {
  readonly journal: Journal;
  readonly connector: DeliveryConnector;
  /** What is handed over, the same at every attempt, and what a worker needs to write down. Null: somebody else has it now. */
  open(held: Held): Promise<(Opened & { readonly delivery: Delivery }) | null>;
  /** Aborts when the time of a step is over. One for each. */
  signal(): AbortSignal;
}

/**
 * Takes a leased delivery as far as it goes: from the step after the last good one to the end, or to the first that goes wrong. Every step is
 * journalled before and after, so that whoever comes after a crash knows what may have happened. Returns the last outcome, for the
 * figures; null: the lease was lost, or nothing was to be done.
 */
export async function handOver(parts: HandOver, claimed: Held): Promise<Outcome['event'] | null> {
  const { journal, connector } = parts;
  const found = await recovered(parts, { ...claimed, row: { ...claimed.row, attempts: claimed.row.attempts + 1 } });
  if (!found) return null;
  let opened;
  try {
    opened = await parts.open(found);
  } catch (error) {
    return notBegun(parts, found, stateOf(found.row) === 'asking' ? questionFailed(error) : notBuilt(error));
  }
  if (!opened) return null;
  const { delivery, ...held } = opened;
  /** Of a delivery that is begun anew, the steps that the counterpart does not know. */
  const unknown = new Set<string>();
  let current: Opened = held;
  for (;;) {
    const { row } = current;
    const at = connector.steps.findIndex(({ name }) => name === row.done_step);
    const step = row.done_step !== null && at < 0 ? undefined : connector.steps[at + 1];
    const asks = step?.find !== undefined && (stateOf(row) === 'asking' || (row.ask_first === 1 && !unknown.has(step.name)));
    // The connector's steps are others than when the delivery began, or it cannot be asked any more.
    if (!step || (stateOf(row) === 'asking' && !asks)) return notBegun(parts, current, otherSteps(stateOf(row) === 'asking', step));
    const begun = await journal.begin(current, step.name, asks);
    if (!begun) return null;
    const outcome = await (asks ? ask : run)(parts, begun, delivery, step, connector.steps[at + 2]);
    if (outcome.event === 'not-there') unknown.add(step.name);
    const next = await journal.end(begun, outcome);
    if (!next) return outcome.event;
    current = { ...current, row: next };
  }
}

/** Found in a step: its worker died, in the middle of it or before it began. Null: it stops here. */
async function recovered({ journal, connector }: HandOver, held: Held): Promise<Held | null> {
  const state = stateOf(held.row);
  if (!isStepState(state) && state !== 'asking') return held;
  const step = connector.steps.find(({ name }) => stateOfStep[name] === state);
  const outcome = state === 'asking' ? questionLost : lostTrack(step, 'The process ended in the middle of the step');
  const row = await journal.recover(held, outcome);
  return row && { ...held, row };
}

async function notBegun({ journal }: HandOver, held: Held, outcome: Outcome): Promise<Outcome['event']> {
  await journal.notBegun(held, outcome);
  return outcome.event;
}

async function run(
  parts: HandOver,
  begun: Begun,
  delivery: Delivery,
  step: DeliveryStep,
  next: DeliveryStep | undefined,
): Promise<Outcome> {
  try {
    const result = await step.run(delivery, context(parts, begun));
    return done(begun, step, result, next);
  } catch (error) {
    return stepFailed(step, error);
  }
}

async function ask(
  parts: HandOver,
  begun: Begun,
  { key, reference, supplement }: Delivery,
  step: DeliveryStep,
  next: DeliveryStep | undefined,
): Promise<Outcome> {
  try {
    const identity = { key, reference, ...(supplement && { supplement }) };
    const result = await step.find?.(identity, context(parts, begun));
    return result ? done(begun, step, result, next) : notThere;
  } catch (error) {
    return questionFailed(error);
  }
}

/** @throws Error where the last step ended without a receipt, against the contract */
function done({ row }: Begun, step: DeliveryStep, result: StepResult, next: DeliveryStep | undefined): Outcome {
  if (!next && !result.receipt && row.counterpart_reference === null) throw new Error('The last step ended without a receipt.');
  return stepDone(step, result, next);
}

const context = ({ journal, signal }: HandOver, begun: Begun): StepContext => ({
  signal: signal(),
  progress: openProgress(begun.key, begun.row),
  keep: (progress) => journal.keep(begun, progress),
});
