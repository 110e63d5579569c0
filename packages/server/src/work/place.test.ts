import { setTimeout as passed } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Office } from '../applications/office.js';
import { createLog } from '../security/log.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { findDelivery } from '../storage/deliveries.js';
import { aProbe, probeOffice } from './counterpart.test-support.js';
import { holding, stepSignal } from './place.js';
import type { Place } from './place.js';

onEachDatabase('a worker that holds a delivery', (freshDatabase) => {
  let fresh: FreshDatabase;
  let office: Office;
  let place: Place;
  const lease = { lease_owner: 'we', lease_until: '2026-12-24T12:00:01.000Z' };

  beforeEach(async () => {
    fresh = await freshDatabase();
    office = await probeOffice(fresh, () => new Date('2026-12-24T12:00:00Z'));
    await aProbe(office);
    await office.database.updateTable('deliveries').set(lease).execute();
    const stopped = new AbortController().signal;
    place = { office, target: { name: 'probe' }, log: createLog('silent'), stepSeconds: 60, stopped } as Partial<Place> as Place;
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await fresh.drop();
  });

  /** Lets three seconds pass, and then what they set off come to its end. */
  const aWhile = async (): Promise<void> => {
    jest.advanceTimersByTime(3_100);
    jest.useRealTimers();
    await passed(300);
  };

  it('keeps it as long as it works', async () => {
    await holding(place, 'a.probe', 'we', async (lost) => {
      const signal = stepSignal(place, lost);
      await aWhile();
      expect(signal.aborted).toBe(false);
      expect((await findDelivery(office.database, 'a.probe'))?.lease_until).toBe('2026-12-24T12:00:10.000Z');
    });
    expect.assertions(2);
  });

  it('stops what is under way when another one has taken it', async () => {
    await holding(place, 'a.probe', 'we', async (lost) => {
      const signal = stepSignal(place, lost);
      await office.database.updateTable('deliveries').set({ lease_owner: 'other' }).execute();
      await aWhile();
      expect(signal.aborted).toBe(true);
      expect((await findDelivery(office.database, 'a.probe'))?.lease_until).toBe(lease.lease_until);
    });
    expect.assertions(2);
  });
});
