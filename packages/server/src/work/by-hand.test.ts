import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Office } from '../applications/office.js';
import { findApplication } from '../storage/applications.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { findDelivery } from '../storage/deliveries.js';
import { eventsOf } from '../storage/events.js';
import { decide } from './by-hand.js';
import { aProbe, counterpart, fails, probeOffice, receipt, take } from './counterpart.test-support.js';

onEachDatabase('a clerk', (freshDatabase) => {
  let fresh: FreshDatabase;
  let office: Office;
  let now: Date;
  beforeEach(async () => {
    fresh = await freshDatabase();
    now = new Date('2026-12-24T12:00:00Z');
    office = await probeOffice(fresh, () => now);
    await aProbe(office);
  });
  afterEach(() => fresh.drop());
  const row = async (): Promise<DeliveryRow> => {
    const found = await findDelivery(office.database, 'a.probe');
    if (!found) throw new Error('There is no delivery');
    return found;
  };
  const lastEvent = async () => (await eventsOf(office.database, 'a')).at(-1);
  const unclear = () => take(office, counterpart({ name: 'create', whenUnclear: 'person', run: fails('unclear') }).connector);

  it('finds that it arrived: it is over, with the number and the name of who said so', async () => {
    await unclear();
    expect(await decide(office, await row(), 'confirm-arrival', 'amt', 'FV-9')).toBe(true);
    const at = now.toISOString();
    expect(await row()).toMatchObject({ state: 'acknowledged', counterpart_reference: 'FV-9', acknowledged_at: at, status_due_at: at });
    const events = (await eventsOf(office.database, 'a')).map(({ kind, actor, data }) => [kind, actor, data['counterpartReference']]);
    expect(events.slice(-2)).toEqual([
      ['delivery-confirm-arrival', 'clerk:amt', 'FV-9'],
      ['receive', 'system', undefined],
    ]);
    expect((await findApplication(office.database, 'a'))?.state).toBe('received');
  });

  it('finds that it did not arrive: it is sent again', async () => {
    await unclear();
    expect(await decide(office, await row(), 'resend', 'amt')).toBe(true);
    expect(await lastEvent()).toMatchObject({ kind: 'delivery-resend', actor: 'clerk:amt' });
    const { connector, calls } = counterpart({ name: 'create', whenUnclear: 'person' });
    expect((await take(office, connector))?.state).toBe('acknowledged');
    expect(calls).toEqual(['create']);
  });

  it('sets a refused one going again, after the last good step', async () => {
    const refuses = counterpart({ name: 'create', run: () => Promise.resolve({ receipt }) }, { name: 'attach', run: fails('refused') });
    expect((await take(office, refuses.connector))?.state).toBe('needs-attention');
    expect(await decide(office, await row(), 'resend', 'amt')).toBe(true);
    const { connector, calls } = counterpart({ name: 'create' }, { name: 'attach' });
    expect((await take(office, connector))?.state).toBe('acknowledged');
    expect(calls).toEqual(['attach']);
  });

  it('starts over: the counterpart is asked before each step, and what it has is not sent twice', async () => {
    const refuses = counterpart({ name: 'create', run: () => Promise.resolve({ receipt }) }, { name: 'attach', run: fails('refused') });
    await take(office, refuses.connector);
    expect(await decide(office, await row(), 'start-over', 'amt')).toBe(true);
    expect(await row()).toMatchObject({ state: 'pending', done_step: null, progress: null });
    const { connector, calls } = counterpart({ name: 'create', find: () => Promise.resolve({ receipt }) }, { name: 'attach' });
    expect((await take(office, connector))?.state).toBe('acknowledged');
    expect(calls).toEqual(['create?', 'attach?', 'attach']);
  });

  it('tries now what waits, also at a target that is paused', async () => {
    const down = counterpart({ name: 'create', run: fails('unavailable') });
    for (let failure = 0; failure < 6; failure++) {
      await take(office, down.connector);
      if (failure < 4) now = new Date(Date.parse((await row()).due_at));
    }
    expect(await take(office, down.connector)).toBeNull();
    expect(await decide(office, await row(), 'resend', 'amt')).toBe(true);
    expect(await row()).toMatchObject({ attempts: 0, tried_since: null });
    expect((await take(office, counterpart({ name: 'create' }).connector))?.state).toBe('acknowledged');
  });

  it('decides nothing about what is under way or over', async () => {
    const slow = counterpart({
      name: 'create',
      run: async () => {
        expect(await decide(office, await row(), 'resend', 'amt')).toBe(false);
        expect(await decide(office, { ...(await row()), state: 'needs-attention' }, 'resend', 'amt')).toBe(false);
        return { receipt };
      },
    });
    await take(office, slow.connector);
    for (const decision of ['resend', 'ask', 'start-over', 'confirm-arrival'] as const) {
      expect(await decide(office, await row(), decision, 'amt', 'X')).toBe(false);
    }
  });
});
