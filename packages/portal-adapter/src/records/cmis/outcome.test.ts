import { describe, expect, test } from '@jest/globals';
import { DeliveryError } from '../../contract/delivery.js';
import type { Answer } from '../../delivery/http/exchange.js';
import { readAnswer } from './outcome.js';

function answer(status: number, content: unknown = {}, change: Partial<Answer> = {}): Answer {
  return { status, contentType: 'application/json', retryAfter: undefined, text: JSON.stringify(content), complete: true, ...change };
}

function kindOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DeliveryError) return error.kind;
    throw error;
  }
  return 'none';
}

// Statuses as CMIS 1.1, section 5.2.10 has them.
describe('what an exception of CMIS means for a write', () => {
  test.each([
    [400, 'invalidArgument', 'refused'],
    [400, 'filterNotValid', 'refused'],
    [403, 'permissionDenied', 'refused'],
    [401, 'permissionDenied', 'refused'],
    [403, 'streamNotSupported', 'refused'],
    [404, 'objectNotFound', 'refused'],
    [405, 'notSupported', 'refused'],
    [409, 'constraint', 'refused'],
    [409, 'contentAlreadyExists', 'refused'],
    [409, 'nameConstraintViolation', 'refused'],
    [409, 'versioning', 'refused'],
    [409, 'updateConflict', 'unavailable'],
    [500, 'runtime', 'unclear'],
    [500, 'storage', 'unclear'],
    [503, 'runtime', 'unavailable'],
  ])('%i %s is %s', (status, exception, kind) => {
    expect(kindOf(() => readAnswer(answer(status, { exception, message: 'm' }), true))).toBe(kind);
  });

  test.each([
    [404, 'text/html', 'unclear'],
    [409, 'text/html', 'unclear'],
    [200, 'text/html', 'unclear'],
    [302, 'text/html', 'refused'],
    [413, 'text/html', 'refused'],
    [429, 'text/html', 'unavailable'],
    [502, 'text/html', 'unclear'],
  ])('%i as %s is %s: it comes from something in between', (status, contentType, kind) => {
    expect(kindOf(() => readAnswer(answer(status, 'x', { contentType }), true))).toBe(kind);
  });
});

test('a question that is not answered with JSON proves nothing', () => {
  for (const status of [200, 404, 409, 500])
    expect(kindOf(() => readAnswer(answer(status, 'x', { contentType: 'text/html' }), false))).toBe('unavailable');
  expect(kindOf(() => readAnswer(answer(200, {}, { complete: false }), false))).toBe('unavailable');
});

test('keeps what the repository says apart from the message, and passes on how long to wait', () => {
  const refusal = () => readAnswer(answer(409, { exception: 'constraint', message: `Erika ${'x'.repeat(1000)}` }), true);
  expect(refusal).toThrow(expect.objectContaining({ reason: expect.stringMatching(/^Erika x{494}$/) as unknown }));
  expect(refusal).not.toThrow(/Erika/);
  expect(() => readAnswer(answer(503, {}, { retryAfter: '120' }), true)).toThrow(expect.objectContaining({ retryAfterSeconds: 120 }));
});
