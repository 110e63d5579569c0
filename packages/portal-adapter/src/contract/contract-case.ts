import assert from 'node:assert/strict';
import { DeliveryError } from './delivery.js';
import type { Delivery, DeliveryErrorKind, Receipt } from './delivery.js';
import type { DeliveryHarness } from './harness.js';
import { beginJourney } from './journey.js';
import type { Journey } from './journey.js';

/** One thing every connector must do. `run` throws when it does not. */
export interface ContractCase {
  readonly name: string;
  /** Only for connectors that have it. */
  readonly about?: 'status' | 'callback';
  run(harness: DeliveryHarness): Promise<void>;
}

/** Patient: longer than any counterpart in a test needs. */
const patienceMs = 60_000;

export const inTime = (withinMs = patienceMs): { readonly signal: AbortSignal } => ({ signal: AbortSignal.timeout(withinMs) });

/** The whole hand-over, from its first step. */
export function deliver(harness: DeliveryHarness, delivery: Delivery, withinMs?: number): Promise<Receipt> {
  return goOn(harness, beginJourney(delivery), withinMs);
}

/** From where the journey stands. */
export function goOn(harness: DeliveryHarness, journey: Journey, withinMs?: number): Promise<Receipt> {
  return journey.goOn(harness.connector, inTime(withinMs));
}

/** The error of a delivery that must fail in one of these ways. */
export function failing(
  harness: DeliveryHarness,
  delivery: Delivery,
  kinds: readonly DeliveryErrorKind[],
  withinMs?: number,
): Promise<DeliveryError> {
  return failingOnWay(harness, beginJourney(delivery), kinds, withinMs);
}

/** The error of a journey that must break off in one of these ways; it can go on afterwards. */
export async function failingOnWay(
  harness: DeliveryHarness,
  journey: Journey,
  kinds: readonly DeliveryErrorKind[],
  withinMs?: number,
): Promise<DeliveryError> {
  const outcome = await goOn(harness, journey, withinMs).then(
    () => undefined,
    (error: unknown) => error,
  );
  assert(outcome, 'The delivery ended in a receipt.');
  assert(outcome instanceof DeliveryError, `Not a DeliveryError: ${String(outcome)}`);
  assert(kinds.includes(outcome.kind), `Expected ${kinds.join(' or ')}, was ${outcome.kind}: ${outcome.message}`);
  assert.match(outcome.code, /^[a-z]+(-[a-z]+)+$/);
  return outcome;
}

export function assertArrivedOnce(harness: DeliveryHarness, delivery: Delivery): Promise<void> {
  return assertArrived(harness, [delivery], 'at last');
}

/** These cases are at the counterpart, each once and with its bytes, and no others. */
export async function assertArrived(harness: DeliveryHarness, deliveries: readonly Delivery[], when: string): Promise<void> {
  const cases = await harness.arrived();
  assert.equal(cases.length, deliveries.length, `${cases.length} cases of ${deliveries.length} are at the counterpart ${when}.`);
  for (const { key, files } of deliveries) {
    const [arrived, ...more] = cases.filter((found) => found.key === key);
    assert(arrived && more.length === 0, `A case is there ${more.length + (arrived ? 1 : 0)} times ${when}.`);
    assert.deepEqual(arrived.files.map((file) => file.sha256).sort(), files.map((file) => file.sha256).sort(), when);
  }
}

export function assertReceipt(receipt: Receipt | null | undefined): asserts receipt is Receipt {
  assert(receipt, 'There is no receipt.');
  assert(receipt.counterpartReference.length > 0);
  assert.equal(new Date(receipt.acceptedAt).toISOString(), receipt.acceptedAt);
}
