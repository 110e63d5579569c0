import assert from 'node:assert/strict';
import type { Delivery, DeliveryConnector, DeliveryContext, Progress, Receipt, StepContext } from './delivery.js';

/** All steps of a hand-over one after the other, without a journal: for tests of connectors. @throws DeliveryError */
export async function handOverWhole(connector: DeliveryConnector, delivery: Delivery, context: DeliveryContext): Promise<Receipt> {
  const memory = remembering(context);
  let receipt: Receipt | undefined;
  for (const step of connector.steps) {
    const result = await step.run(delivery, memory.context());
    memory.learn(result.progress);
    receipt = result.receipt ?? receipt;
  }
  assert(receipt, 'The last step ended without a receipt.');
  return receipt;
}

/** What the connector finds at its counterpart by our key, without knowing anything else; null: nothing. @throws DeliveryError */
export async function askByKey(connector: DeliveryConnector, key: string, context: DeliveryContext): Promise<Receipt | null> {
  const memory = remembering(context);
  let receipt: Receipt | null = null;
  for (const step of connector.steps) {
    if (!step.find) continue;
    const result = await step.find({ key, reference: '' }, memory.context());
    if (result === null) return null;
    memory.learn(result.progress);
    receipt = result.receipt ?? receipt;
  }
  return receipt;
}

function remembering({ signal }: DeliveryContext): { context(): StepContext; learn(progress: Progress | undefined): void } {
  let progress: Progress = {};
  const learn = (next: Progress | undefined): void => void (progress = next ?? progress);
  return { learn, context: () => ({ signal, progress, keep: (kept) => Promise.resolve(learn(kept)) }) };
}
