import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from '@jest/globals';
import { callbackCases } from './cases/callback.js';
import { contentCases } from './cases/content.js';
import { faultCases } from './cases/faults.js';
import { nameCases } from './cases/names.js';
import { idempotencyCases, lookupCases, separationCases } from './cases/recognition.js';
import { sourceCases } from './cases/source.js';
import { statusCases } from './cases/status.js';
import { stepCases } from './cases/steps.js';
import { unclearCases } from './cases/unclear.js';
import type { ContractCase } from './contract-case.js';
import type { CapabilitySheet } from './delivery.js';
import type { DeliveryHarness } from './harness.js';

export type { ContractCase } from './contract-case.js';
export type { ArrivedCase, Caller, Decision, DeliveryHarness, Fault } from './harness.js';
export { bufferMegabytesAbove } from './peak-memory.js';
export { largeFile, sampleDelivery, sampleFile } from './sample-delivery.js';

/** Everything a delivery connector is held to. */
export const deliveryCases: readonly ContractCase[] = [
  ...contentCases,
  ...nameCases,
  ...separationCases,
  ...idempotencyCases,
  ...lookupCases,
  ...faultCases,
  ...unclearCases,
  ...sourceCases,
  ...stepCases,
  ...statusCases,
  ...callbackCases,
];

/** Cases a connector leaves out. The reason stands in the `limits` of its sheet, where an operator reads it. */
export interface Difference {
  readonly reason: string;
  readonly tests: readonly string[];
}

/**
 * Holds a connector to the contract, with a counterpart of its own for every test.
 *
 * @param options.skip what the connector cannot do; names of `deliveryCases`
 */
export function deliveryContract(
  name: string,
  makeHarness: () => Promise<DeliveryHarness>,
  options: { skip?: readonly Difference[] } = {},
): void {
  const skip = options.skip ?? [];
  const skipped = new Map(skip.flatMap(({ reason, tests }) => tests.map((title) => [title, reason] as const)));
  describe(`${name} keeps the delivery contract`, () => {
    let harness: DeliveryHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());

    test('declares in its sheet what it leaves out', () => assertDeclared(harness.connector.sheet, skip));
    for (const contractCase of deliveryCases) {
      const reason = skipped.get(contractCase.name);
      // Not `test.skip`: a declared difference is a result, not something this machine lacks.
      if (reason !== undefined) test(`leaves out: ${contractCase.name} (${reason})`, () => undefined);
      else test(contractCase.name, () => runIfAbout(contractCase, harness), 180_000);
    }
  });
}

/** A connector without status or callbacks passes what is about them; that its sheet says so is a case of its own. */
async function runIfAbout(contractCase: ContractCase, harness: DeliveryHarness): Promise<void> {
  const { about } = contractCase;
  if (about === undefined || harness.connector[about] !== undefined) await contractCase.run(harness);
}

/** Differences must be declared, known, and not contradict the sheet. @throws AssertionError */
export function assertDeclared(sheet: CapabilitySheet, skip: readonly Difference[]): void {
  const left = skip.flatMap(({ tests }) => tests);
  const names = deliveryCases.map((contractCase) => contractCase.name);
  for (const title of left) assert(names.includes(title), `There is no case „${title}“.`);
  for (const { reason } of skip) assert(sheet.limits.includes(reason), `The sheet does not say: ${reason}`);
  const promised = [
    ...(sheet.lookupByKey ? lookupCases : []),
    ...(sheet.idempotentCreate ? idempotencyCases : []),
    ...(sheet.statusBack ? statusCases : []),
  ];
  for (const { name } of promised) assert(!left.includes(name), `The sheet promises what is left out: ${name}`);
}
