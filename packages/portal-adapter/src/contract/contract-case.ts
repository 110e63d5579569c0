import assert from 'node:assert/strict';
import { DeliveryError } from './delivery.js';
import type { Delivery, DeliveryErrorKind, Receipt } from './delivery.js';
import type { DeliveryHarness } from './harness.js';
import { askByKey, handOverWhole } from './whole-hand-over.js';

/** One thing every connector must do. `run` throws when it does not. */
export interface ContractCase {
  readonly name: string;
  run(harness: DeliveryHarness): Promise<void>;
}

/** Patient: longer than any counterpart in a test needs. */
const patienceMs = 60_000;

export function deliver(harness: DeliveryHarness, delivery: Delivery, withinMs = patienceMs): Promise<Receipt> {
  return handOverWhole(harness.connector, delivery, { signal: AbortSignal.timeout(withinMs) });
}

export async function lookup(harness: DeliveryHarness, key: string): Promise<Receipt | null> {
  return askByKey(harness.connector, key, { signal: AbortSignal.timeout(patienceMs) });
}

/** The error of a delivery that must fail in one of these ways. */
export async function failing(
  harness: DeliveryHarness,
  delivery: Delivery,
  kinds: readonly DeliveryErrorKind[],
  withinMs?: number,
): Promise<DeliveryError> {
  const outcome = await deliver(harness, delivery, withinMs).then(
    () => undefined,
    (error: unknown) => error,
  );
  assert(outcome, 'The delivery ended in a receipt.');
  assert(outcome instanceof DeliveryError, `Not a DeliveryError: ${String(outcome)}`);
  assert(kinds.includes(outcome.kind), `Expected ${kinds.join(' or ')}, was ${outcome.kind}: ${outcome.message}`);
  assert.match(outcome.code, /^[a-z]+(-[a-z]+)+$/);
  return outcome;
}

export async function assertArrivedOnce(harness: DeliveryHarness, delivery: Delivery): Promise<void> {
  const cases = await harness.arrived();
  assert.equal(cases.length, 1, `${cases.length} cases are at the counterpart.`);
  assert.equal(cases[0]?.key, delivery.key);
  assert.deepEqual(cases[0].files.map((file) => file.sha256).sort(), delivery.files.map((file) => file.sha256).sort());
}

export function assertReceipt(receipt: Receipt | null): asserts receipt is Receipt {
  assert(receipt, 'There is no receipt.');
  assert(receipt.counterpartReference.length > 0);
  assert.equal(new Date(receipt.acceptedAt).toISOString(), receipt.acceptedAt);
}
