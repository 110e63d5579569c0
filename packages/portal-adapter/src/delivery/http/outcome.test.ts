import { describe, expect, test } from '@jest/globals';
import { DeliveryError } from '../../contract/delivery.js';
import type { Answer } from './exchange.js';
import { deliveryOutcome, lookupOutcome, statusOutcome } from './outcome.js';

function answer(status: number, content: unknown = {}, change: Partial<Answer> = {}): Answer {
  return { status, contentType: 'application/json', retryAfter: undefined, text: JSON.stringify(content), complete: true, ...change };
}

function error(outcome: () => unknown): DeliveryError {
  try {
    outcome();
  } catch (caught) {
    if (caught instanceof DeliveryError) return caught;
    throw caught;
  }
  throw new Error('There was no error.');
}

const receipt = { caseNumber: 'A 7', receivedAt: '2026-03-01T10:30:00+01:00' };

describe('an answer to a delivered case', () => {
  test.each([200, 201])('%i with a receipt is a receipt, in UTC', (status) => {
    expect(deliveryOutcome(answer(status, receipt))).toEqual({ counterpartReference: 'A 7', acceptedAt: '2026-03-01T09:30:00.000Z' });
  });

  // Whatever leaves open whether the case was taken is unclear; only what rules it out is anything else.
  test.each([
    [400, 'refused'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [413, 'refused'],
    [422, 'refused'],
    [501, 'refused'],
    [301, 'refused'],
    [308, 'refused'],
    [408, 'unavailable'],
    [429, 'unavailable'],
    [503, 'unavailable'],
    [202, 'unclear'],
    [204, 'unclear'],
    [302, 'unclear'],
    [303, 'unclear'],
    [409, 'unclear'],
    [500, 'unclear'],
    [502, 'unclear'],
    [504, 'unclear'],
  ])('%i is %s', (status, kind) => {
    expect(error(() => deliveryOutcome(answer(status))).kind).toBe(kind);
  });

  test.each([408, 503])('%i of a proxy proves nothing where a second case could come of it', (status) => {
    const page = answer(status, {}, { contentType: 'text/html', text: '<h1>Service Unavailable</h1>' });
    expect(error(() => deliveryOutcome(page, false)).kind).toBe('unclear');
    expect(error(() => deliveryOutcome(page, true)).kind).toBe('unavailable');
    expect(error(() => deliveryOutcome(answer(status, { detail: 'Wartung' }), false)).kind).toBe('unavailable');
  });

  test.each([
    ['of another type', { contentType: 'text/html' }],
    ['that broke off', { complete: false }],
    ['that is not JSON', { text: '{"caseNumber"' }],
    ['without a case number', { text: '{"receivedAt":"2026-03-01T10:30:00Z"}' }],
    ['with a day for an instant', { text: '{"caseNumber":"A","receivedAt":"2026-03-01"}' }],
  ])('a receipt %s is unclear', (_, change) => {
    expect(error(() => deliveryOutcome(answer(201, receipt, change))).kind).toBe('unclear');
  });

  test('keeps the reason apart from the message, and short', () => {
    const refused = error(() => deliveryOutcome(answer(422, { title: 'Nein', detail: `Erika ${'x'.repeat(1000)}` })));
    expect(refused.reason).toMatch(/^Erika x+$/);
    expect(refused.reason).toHaveLength(500);
    expect(refused.message).not.toContain('Erika');
  });

  test('passes on how long to wait', () => {
    expect(error(() => deliveryOutcome(answer(503, {}, { retryAfter: '120' }))).retryAfterSeconds).toBe(120);
    expect(error(() => deliveryOutcome(answer(503, {}, { retryAfter: 'soon' }))).retryAfterSeconds).toBeUndefined();
  });
});

describe('an answer to the question by key', () => {
  test('200 is the receipt, 404 in JSON is nothing', () => {
    expect(lookupOutcome(answer(200, receipt))?.receipt?.counterpartReference).toBe('A 7');
    expect(lookupOutcome(answer(404, {}, { contentType: 'application/problem+json; charset=utf-8' }))).toBeNull();
  });

  test('200 without a number is a case whose number follows', () => {
    const { receivedAt } = receipt;
    expect(lookupOutcome(answer(200, { receivedAt }))).toEqual({ receipt: null });
    expect(lookupOutcome(answer(200, { receivedAt, caseNumber: null }))).toEqual({ receipt: null });
    expect(error(() => lookupOutcome(answer(200, { receivedAt, caseNumber: 7 }))).kind).toBe('unclear');
    expect(error(() => lookupOutcome(answer(200, {}))).kind).toBe('unclear');
  });

  test.each([
    [404, 'text/html'],
    [401, 'application/json'],
    [500, 'application/json'],
    [301, 'text/html'],
  ])('%i as %s proves nothing', (status, contentType) => {
    expect(error(() => lookupOutcome(answer(status, {}, { contentType }))).kind).toBe('unavailable');
  });
});

describe('what an answer by key tells of a case', () => {
  const status = { state: 'rejected', at: '2026-03-02T08:00:00+01:00', reason: 'Erika wohnt nicht hier.' };

  test('state, time in UTC, reason, and the number where there is one', () => {
    expect(statusOutcome(answer(200, { ...receipt, status }))).toEqual({
      state: 'rejected',
      at: '2026-03-02T07:00:00.000Z',
      counterpartReference: 'A 7',
      reason: 'Erika wohnt nicht hier.',
    });
    expect(statusOutcome(answer(200, { status: { state: 'closed', at: '2026-03-02T08:00:00Z', reason: null } }))).toEqual({
      state: 'closed',
      at: '2026-03-02T08:00:00.000Z',
    });
  });

  test('nothing, where it has none or does not know the case', () => {
    expect(statusOutcome(answer(200, receipt))).toBeNull();
    expect(statusOutcome(answer(404))).toBeNull();
  });

  test('at most 500 characters of a reason', () => {
    const long = { ...status, reason: 'x'.repeat(5000) };
    expect(statusOutcome(answer(200, { status: long }))?.reason).toHaveLength(500);
  });

  test.each([
    ['a state of its own', { ...status, state: 'bearbeitet' }],
    ['a day for an instant', { ...status, at: '2026-03-02' }],
    ['no object', 'accepted'],
  ])('%s is no status', (_, wrong) => {
    expect(error(() => statusOutcome(answer(200, { ...receipt, status: wrong })))).toMatchObject({
      code: 'http-status-unreadable',
      kind: 'unavailable',
    });
  });
});
