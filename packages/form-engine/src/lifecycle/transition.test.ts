import { describe, expect, test } from '@jest/globals';
import {
  applicationEvents,
  applicationStates,
  type Actor,
  type ApplicationEventType,
  type ApplicationState,
} from './application-machine.js';
import { LifecycleError } from './lifecycle-error.js';
import { allowedEvents, isFinal, transition } from './transition.js';

const walk = (steps: readonly (readonly [ApplicationEventType, Actor])[]): ApplicationState =>
  steps.reduce<ApplicationState>((state, [type, actor]) => transition(state, { type, actor }).state, 'draft');

describe('the life of an application', () => {
  test('goes from draft to closed, with a question to the citizen in between', () => {
    const end = walk([
      ['submit', 'citizen'],
      ['receive', 'system'],
      ['start-review', 'clerk'],
      ['request-information', 'clerk'],
      ['provide-information', 'citizen'],
      ['decide', 'clerk'],
      ['close', 'clerk'],
    ]);
    expect(end).toBe('closed');
  });

  test('cannot be decided before it was reviewed', () => {
    expect(() => transition('submitted', { type: 'decide', actor: 'clerk' })).toThrow(
      expect.objectContaining({ code: 'lifecycle-not-possible', state: 'submitted', event: 'decide' }),
    );
  });

  test('is decided by no citizen', () => {
    expect(() => transition('in-review', { type: 'decide', actor: 'citizen' })).toThrow(LifecycleError);
    expect(() => transition('in-review', { type: 'decide', actor: 'citizen' })).toThrow(
      expect.objectContaining({ code: 'lifecycle-not-allowed' }),
    );
  });

  test.each(['submitted', 'received', 'in-review', 'information-requested'] as const)('can be withdrawn while it is %s', (state) => {
    expect(allowedEvents(state, 'citizen')).toContain('withdraw');
    expect(transition(state, { type: 'withdraw', actor: 'citizen' })).toEqual({ state: 'withdrawn' });
  });

  test('ends for good', () => {
    expect(applicationStates.filter(isFinal)).toEqual(['closed', 'withdrawn', 'expired']);
    expect(allowedEvents('closed', 'clerk')).toEqual([]);
  });

  test('offers exactly what it allows', () => {
    for (const state of applicationStates) {
      for (const actor of ['citizen', 'clerk', 'system'] as const) {
        const offered = allowedEvents(state, actor);
        for (const type of Object.keys(applicationEvents) as ApplicationEventType[]) {
          const attempt = (): unknown => transition(state, { type, actor });
          if (offered.includes(type)) expect(attempt).not.toThrow();
          else expect(attempt).toThrow(LifecycleError);
        }
      }
    }
  });
});
