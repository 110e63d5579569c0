import assert from 'node:assert/strict';
import { assertArrivedOnce, assertReceipt, failingOnWay, goOn, inTime } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import type { Delivery, Progress } from '../delivery.js';
import type { DeliveryHarness, Fault } from '../harness.js';
import { beginJourney, PersonNeeded } from '../journey.js';
import type { Journey } from '../journey.js';
import { sampleDelivery } from '../sample-delivery.js';

/** Time an attempt gets at a counterpart that does not answer. */
const shortMs = 1500;

/** The counterpart has taken the case, but the connector cannot know. */
function unclearCase(fault: Fault, name: string): ContractCase {
  return {
    name,
    async run(harness) {
      const delivery = sampleDelivery();
      const journey = beginJourney(delivery);
      await harness.fault(fault);
      await failingOnWay(harness, journey, ['unclear'], shortMs);
      await harness.recover();
      await clarify(harness, journey, delivery);
      await assertArrivedOnce(harness, delivery);
    },
  };
}

/** In the way that the step says of itself. */
async function clarify(harness: DeliveryHarness, journey: Journey, delivery: Delivery): Promise<void> {
  const step = harness.connector.steps[journey.journal.step];
  if (step?.whenUnclear === 'person') return assert.rejects(goOn(harness, journey), PersonNeeded);
  if (step?.whenUnclear === 'ask') {
    const progress = JSON.parse(journey.journal.progress) as Progress;
    const found = await step.find?.(delivery, { ...inTime(), progress, keep: () => Promise.resolve() });
    assert(found, 'The question by key does not find the case.');
  }
  assertReceipt(await goOn(harness, journey));
}

export const unclearCases: readonly ContractCase[] = [
  unclearCase('timeoutAfterCommit', 'calls it unclear when no answer comes, and finds the case afterwards'),
  unclearCase('cutAfterCommit', 'calls it unclear when the connection is cut instead of an answer'),
  unclearCase('failAfterCommit', 'calls it unclear when the counterpart reports a failure of its own'),
  unclearCase('wrongContentType', 'calls it unclear when the answer is not a receipt'),
  unclearCase('garbage', 'calls it unclear when the answer breaks off'),
];
