import { describe, expect, test } from '@jest/globals';
import { deliveryAllows, deliveryStates, deliveryTransition, type DeliveryEventType, type DeliveryState } from './delivery-machine.js';

const walk = (events: readonly DeliveryEventType[], from: DeliveryState = 'pending'): DeliveryState =>
  events.reduce(deliveryTransition, from);

/** What happens without a person. */
const byItself: readonly DeliveryEventType[] = [
  'reserve',
  'create',
  'attach',
  'confirm',
  'acknowledge',
  'unavailable',
  'refuse',
  'may-repeat',
  'must-ask',
  'must-decide',
  'not-there',
  'give-up',
];

describe('the life of a hand-over', () => {
  test('goes through its steps', () => {
    expect(walk(['reserve'])).toBe('reserving');
    expect(walk(['reserve', 'create'])).toBe('creating');
    expect(walk(['reserve', 'create', 'attach'])).toBe('attaching');
    expect(walk(['reserve', 'create', 'attach', 'confirm'])).toBe('confirming');
    expect(walk(['reserve', 'create', 'attach', 'confirm', 'acknowledge'])).toBe('acknowledged');
    expect(walk(['create', 'acknowledge'])).toBe('acknowledged');
  });

  test('does not go back to a step before', () => {
    expect(deliveryAllows('attaching', 'create')).toBe(false);
    expect(deliveryAllows('confirming', 'reserve')).toBe(false);
  });

  test('is repeated while the counterpart is down, at the step where it was', () => {
    expect(walk(['create', 'unavailable', 'create', 'attach', 'unavailable', 'attach', 'acknowledge'])).toBe('acknowledged');
    expect(walk(['unavailable'])).toBe('retrying');
  });

  test('is not sent again while the counterpart has to be asked', () => {
    expect(walk(['create', 'must-ask'])).toBe('asking');
    expect(walk(['unavailable', 'unavailable'], 'asking')).toBe('asking');
    expect(walk(['not-there', 'create'], 'asking')).toBe('creating');
    expect(walk(['acknowledge'], 'asking')).toBe('acknowledged');
    expect(walk(['attach'], 'asking')).toBe('attaching');
    expect(walk(['must-decide'], 'asking')).toBe('unclear');
  });

  test('stays unclear until a person decides', () => {
    expect(walk(['create', 'must-decide'])).toBe('unclear');
    expect(byItself.filter((event) => deliveryAllows('unclear', event))).toEqual([]);
    expect(walk(['resend'], 'unclear')).toBe('pending');
    expect(walk(['confirm-arrival'], 'unclear')).toBe('acknowledged');
    expect(walk(['ask'], 'unclear')).toBe('asking');
  });

  test('waits for a person when it was refused, and only a person sets it going again', () => {
    expect(walk(['create', 'refuse'])).toBe('needs-attention');
    expect(walk(['unavailable', 'give-up'])).toBe('needs-attention');
    expect(byItself.filter((event) => deliveryAllows('needs-attention', event))).toEqual([]);
    expect(walk(['resend', 'create', 'acknowledge'], 'needs-attention')).toBe('acknowledged');
    expect(walk(['confirm-arrival'], 'needs-attention')).toBe('acknowledged');
    expect(walk(['start-over'], 'needs-attention')).toBe('pending');
  });

  test('cannot be interfered with while a step is under way, or when it is over', () => {
    const hand: readonly DeliveryEventType[] = ['resend', 'start-over', 'confirm-arrival'];
    for (const state of ['reserving', 'creating', 'attaching', 'confirming', 'acknowledged'] as const) {
      expect(hand.filter((event) => deliveryAllows(state, event))).toEqual([]);
    }
    expect(() => deliveryTransition('acknowledged', 'create')).toThrow(expect.objectContaining({ code: 'lifecycle-not-possible' }));
  });

  test('from every state there is a way to acknowledged, and none out of it', () => {
    const all = [...byItself, 'resend', 'ask', 'start-over', 'confirm-arrival'] as const;
    const reaches = (from: DeliveryState): Set<DeliveryState> => {
      const seen = new Set<DeliveryState>([from]);
      for (const state of seen) for (const event of all) if (deliveryAllows(state, event)) seen.add(deliveryTransition(state, event));
      return seen;
    };
    for (const state of deliveryStates) expect(reaches(state)).toContain('acknowledged');
    expect(reaches('acknowledged')).toEqual(new Set(['acknowledged']));
    expect(reaches('pending')).toEqual(new Set(deliveryStates));
  });
});
