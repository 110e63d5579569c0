import { describe, expect, test } from '@jest/globals';
import { deliveryStates, deliveryTransition, type DeliveryEventType, type DeliveryState } from './delivery-machine.js';

const walk = (events: readonly DeliveryEventType[], from: DeliveryState = 'pending'): DeliveryState =>
  events.reduce(deliveryTransition, from);

describe('the life of a hand-over', () => {
  test('is repeated while the counterpart is down', () => {
    expect(walk(['start', 'unavailable', 'start', 'unavailable', 'start', 'acknowledge'])).toBe('acknowledged');
  });

  test('is not sent again while it is unclear whether it arrived', () => {
    expect(walk(['start', 'lose-track'])).toBe('unclear');
    expect(() => deliveryTransition('unclear', 'start')).toThrow(expect.objectContaining({ code: 'lifecycle-not-possible' }));
    expect(walk(['safe-to-repeat', 'start'], 'unclear')).toBe('delivering');
    expect(walk(['acknowledge'], 'unclear')).toBe('acknowledged');
  });

  test('waits for a person when it was refused, and only a person sets it going again', () => {
    expect(walk(['start', 'refuse'])).toBe('needs-attention');
    expect(() => deliveryTransition('needs-attention', 'start')).toThrow();
    expect(walk(['resend', 'start', 'acknowledge'], 'needs-attention')).toBe('acknowledged');
    expect(walk(['confirm'], 'needs-attention')).toBe('acknowledged');
  });

  test('from every state there is a way to acknowledged, and none out of it', () => {
    const events: DeliveryEventType[] = ['start', 'acknowledge', 'safe-to-repeat', 'confirm'];
    for (const from of deliveryStates) {
      let state = from;
      for (let steps = 0; state !== 'acknowledged' && steps < 5; steps += 1) {
        state = events.reduce<DeliveryState>((at, event) => {
          try {
            return deliveryTransition(at, event);
          } catch {
            return at;
          }
        }, state);
      }
      expect(state).toBe('acknowledged');
    }
    expect(() => deliveryTransition('acknowledged', 'resend')).toThrow();
  });
});
