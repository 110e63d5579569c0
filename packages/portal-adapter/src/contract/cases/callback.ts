import assert from 'node:assert/strict';
import { deliver } from '../contract-case.js';
import type { ContractCase } from '../contract-case.js';
import { DeliveryError } from '../delivery.js';
import type { Callback, CallbackRequest } from '../delivery.js';
import type { DeliveryHarness } from '../harness.js';
import { sampleDelivery } from '../sample-delivery.js';

const sentAt = new Date('2026-03-01T09:30:00Z');
const later = (minutes: number): Date => new Date(sentAt.getTime() + minutes * 60_000);

/** More than any callback needs. */
const hugeBytes = 4 * 1024 * 1024;

async function called({ connector }: DeliveryHarness, request: CallbackRequest): Promise<Callback> {
  assert(connector.callback, 'There is no callback.');
  return connector.callback(request);
}

async function signed(harness: DeliveryHarness, key: string, at = sentAt, paddedBy?: number): Promise<CallbackRequest> {
  assert(harness.caller, 'The harness has no caller.');
  return harness.caller.request(key, at, paddedBy);
}

async function refused(harness: DeliveryHarness, request: CallbackRequest, what: string): Promise<void> {
  const outcome = await called(harness, request).catch((error: unknown) => error);
  assert(outcome instanceof DeliveryError, `${what}: ${outcome instanceof Error ? String(outcome) : 'it was believed'}.`);
  assert.equal(outcome.kind, 'refused', what);
}

/** For connectors that have `callback`. */
export const callbackCases: readonly ContractCase[] = [
  {
    name: 'learns from a callback which case it is about',
    about: 'callback',
    async run(harness) {
      const delivery = sampleDelivery();
      const receipt = await deliver(harness, delivery);
      const request = await signed(harness, delivery.key);
      for (const now of [later(-1), sentAt, later(1)]) {
        const { keys, counterpartReferences } = await called(harness, { ...request, now });
        const about = [
          ...keys.map((key) => key === delivery.key),
          ...counterpartReferences.map((one) => one === receipt.counterpartReference),
        ];
        assert(about.length > 0 && about.every(Boolean), `It is about ${[...keys, ...counterpartReferences].join()}.`);
      }
    },
  },
  {
    name: 'refuses a callback whose signature is wrong',
    about: 'callback',
    async run(harness) {
      const [one, other] = [sampleDelivery(), sampleDelivery()];
      for (const delivery of [one, other]) await deliver(harness, delivery);
      const request = await signed(harness, one.key);
      const { body } = await signed(harness, other.key);
      assert.notDeepEqual(body, request.body);
      await refused(harness, { ...request, body }, 'the signature of another body');
      await refused(harness, { ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) }, 'a body with a space more');
      await refused(harness, { ...request, headers: {} }, 'no headers');
      const right = await called(harness, request);
      for (const [name, value = ''] of Object.entries(request.headers)) {
        for (const wrong of [undefined, '', 'x', value.slice(0, -1), `${value}0`, 'ä'.repeat(100_000)]) {
          const changed = { ...request, headers: { ...request.headers, [name]: wrong } };
          // A header that is not signed, such as the content type, may be whatever it likes; it changes nothing.
          const outcome = await called(harness, changed).catch((error: unknown) => error);
          if (!(outcome instanceof Error)) assert.deepEqual(outcome, right, `${name} changes what is believed.`);
          else assert(outcome instanceof DeliveryError && outcome.kind === 'refused', `${name}: ${String(outcome)}`);
        }
      }
    },
  },
  {
    name: 'refuses a callback that is old or from the future',
    about: 'callback',
    async run(harness) {
      const delivery = sampleDelivery();
      await deliver(harness, delivery);
      const request = await signed(harness, delivery.key);
      await refused(harness, { ...request, now: later(15) }, 'a quarter of an hour old');
      await refused(harness, { ...request, now: later(-15) }, 'a quarter of an hour too early');
    },
  },
  {
    name: 'refuses an old callback that is sent again as a new one',
    about: 'callback',
    async run(harness) {
      const delivery = sampleDelivery();
      await deliver(harness, delivery);
      const [old, fresh] = [await signed(harness, delivery.key), await signed(harness, delivery.key, later(60))];
      const differing = Object.keys(fresh.headers).filter((name) => fresh.headers[name] !== old.headers[name]);
      assert(differing.length > 0, 'Nothing in the headers says when it was signed.');
      for (const name of differing) {
        const headers = { ...old.headers, [name]: fresh.headers[name] };
        if (differing.length > 1)
          await refused(harness, { ...old, headers, now: later(60) }, `an old callback with the ${name} of a new one`);
      }
      await refused(harness, { ...old, now: later(60) }, 'an old callback, an hour later');
    },
  },
  {
    name: 'refuses a callback that is huge',
    about: 'callback',
    async run(harness) {
      const delivery = sampleDelivery();
      await deliver(harness, delivery);
      await refused(harness, await signed(harness, delivery.key, sentAt, hugeBytes), `${hugeBytes} bytes, rightly signed`);
    },
  },
];
