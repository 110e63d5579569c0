import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { beginJourney } from '../../contract/journey.js';
import { createHttpConnector } from './http-connector.js';
import { httpConfiguration } from './configuration.js';
import { httpHarness } from './http-harness.test-support.js';
import type { HttpHarness } from './http-harness.test-support.js';

let harness: HttpHarness;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-03-01T09:30:00Z');
  harness = await httpHarness();
});
afterEach(() => harness.close());

const inTime = () => ({ signal: AbortSignal.timeout(60_000) });

function connector(change: { confirm?: boolean } = {}) {
  const url = harness.fachverfahren().deliveryUrl;
  const settings = { connector: 'http', url, token: 'ein-Token.123', confirm: true, numberWithinHours: 24, ...change };
  return createHttpConnector(httpConfiguration.parse(settings), () => now);
}

describe('a case number that comes later than the case', () => {
  test('is waited for, and the case is sent once', async () => {
    harness.fachverfahren().behave('numberLater');
    const journey = beginJourney(sampleDelivery());
    for (const hours of [0, 5, 23]) {
      now = new Date(Date.parse('2026-03-01T09:30:00Z') + hours * 3_600_000);
      await expect(journey.goOn(connector(), inTime())).rejects.toMatchObject({
        code: 'http-number-pending',
        kind: 'unavailable',
        retryAfterSeconds: 60,
      });
    }
    expect(journey.journal).toMatchObject({ step: 1, progress: '{"takenAt":"2026-03-01T09:30:00.000Z"}' });
    harness.fachverfahren().behave('honest');
    expect((await journey.goOn(connector(), inTime())).counterpartReference).toMatch(/^FV-/);
    expect(await harness.arrived()).toHaveLength(1);
  });

  test('is a matter for a person when it does not come in time', async () => {
    harness.fachverfahren().behave('numberLater');
    const journey = beginJourney(sampleDelivery());
    await journey.goOn(connector(), inTime()).catch(() => undefined);
    now = new Date('2026-03-02T09:30:00Z');
    await expect(journey.goOn(connector(), inTime())).rejects.toMatchObject({ code: 'http-number-missing', kind: 'refused' });
  });

  test('is found by key after an answer that was lost', async () => {
    harness.fachverfahren().behave('numberLater');
    const journey = beginJourney(sampleDelivery());
    // Ends after the POST: instant 1 is before the step, instant 2 after it.
    await journey.goOn(connector(), { ...inTime(), endsAt: 2 }).catch(() => undefined);
    await journey.goOn(connector(), inTime()).catch(() => undefined);
    expect(journey.journal.step).toBe(1);
    expect(await harness.arrived()).toHaveLength(1);
  });

  test('without confirm is unclear, then asked for by key', async () => {
    harness.fachverfahren().behave('numberLater');
    const journey = beginJourney(sampleDelivery());
    const outcomes = [];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      outcomes.push(
        await journey.goOn(connector({ confirm: false }), inTime()).catch((error: unknown) => (error as { code: string }).code),
      );
    }
    expect(outcomes).toEqual(['http-answer-unclear', 'http-number-pending']);
    harness.fachverfahren().behave('honest');
    await journey.goOn(connector({ confirm: false }), inTime());
    expect(await harness.arrived()).toHaveLength(1);
  });
});

test('a case that was confirmed and lost is for a person', async () => {
  harness.fachverfahren().behave('loseWrite');
  await expect(beginJourney(sampleDelivery()).goOn(connector(), inTime())).rejects.toMatchObject({
    code: 'http-case-lost',
    kind: 'refused',
  });
});
