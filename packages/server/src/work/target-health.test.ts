import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { Office } from '../applications/office.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { findDelivery } from '../storage/deliveries.js';
import { findTarget } from '../storage/targets.js';
import { aProbe, counterpart, fails, probeOffice, receipt, take } from './counterpart.test-support.js';
import { failuresBeforePause } from './target-health.js';

onEachDatabase('a target that is down', (freshDatabase) => {
  let fresh: FreshDatabase;
  let office: Office;
  let now: Date;
  beforeEach(async () => {
    fresh = await freshDatabase();
    now = new Date('2026-12-24T12:00:00Z');
    office = await probeOffice(fresh, () => now);
    for (let index = 0; index < 8; index++) await aProbe(office, `a${index}`);
  });
  afterEach(() => fresh.drop());
  const wait = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));

  it('is left alone after some failures in a row, tried with one delivery at a time, and comes back by itself', async () => {
    const down = counterpart({ name: 'create', run: fails('unavailable') });
    for (let failure = 0; failure < failuresBeforePause; failure++) expect(await take(office, down.connector)).not.toBeNull();
    // Three more are due, but nobody is sent there.
    expect(await take(office, down.connector)).toBeNull();
    expect(await findTarget(office.database, 'probe')).toMatchObject({ paused_since: '2026-12-24T12:00:00.000Z' });
    wait(40);
    expect((await take(office, down.connector))?.state).toBe('retrying');
    expect(await take(office, down.connector)).toBeNull();
    expect(down.calls).toHaveLength(failuresBeforePause + 1);
    wait(90);
    const back = counterpart({ name: 'create' });
    for (let taken = 0; taken < 8; taken++) expect((await take(office, back.connector))?.state).toBe('acknowledged');
    expect(await findTarget(office.database, 'probe')).toBeNull();
  });

  it('is left alone for as long as it asks', async () => {
    const busy = counterpart({ name: 'create', run: fails('unavailable', { retryAfterSeconds: 3600 }) });
    for (let failure = 0; failure < failuresBeforePause; failure++) await take(office, busy.connector);
    wait(3599);
    expect(await take(office, busy.connector)).toBeNull();
    wait(1);
    expect(await take(office, busy.connector)).not.toBeNull();
  });

  it('is left alone too where a gateway answers for it, or nobody does, and after a probe that ends so', async () => {
    const down = counterpart({ name: 'create', run: fails('unclear'), find: fails('unclear') });
    for (let failure = 0; failure < failuresBeforePause; failure++) expect((await take(office, down.connector))?.state).toBe('asking');
    expect(await take(office, down.connector)).toBeNull();
    expect(down.calls).toHaveLength(failuresBeforePause);
    for (const probe of [1, 2]) {
      now = new Date((await findTarget(office.database, 'probe'))?.probe_at ?? '');
      expect(await take(office, down.connector)).not.toBeNull();
      expect(await take(office, down.connector)).toBeNull();
      expect(down.calls).toHaveLength(failuresBeforePause + probe);
    }
  });

  it('is not blamed where it answers that it is still at work on the same case', async () => {
    const conflict = new DeliveryError('http-conflict', 'unclear', 'so it is');
    const busy = counterpart({ name: 'create', run: () => Promise.reject(conflict) });
    for (let index = 0; index < 6; index++) expect((await take(office, busy.connector))?.state).toBe('asking');
    expect(await findTarget(office.database, 'probe')).toBeNull();
  });

  it('is not blamed for a refusal, nor for what could not be put together', async () => {
    const refuses = counterpart({ name: 'create', run: fails('refused') });
    for (let index = 0; index < 6; index++) await take(office, refuses.connector);
    expect(await findTarget(office.database, 'probe')).toBeNull();
    const open = () => Promise.reject<never>(new Error('broken'));
    for (let index = 0; index < 2; index++) await take(office, refuses.connector, { open });
    expect(await findTarget(office.database, 'probe')).toBeNull();
    expect((await findDelivery(office.database, 'a7.probe'))?.state).toBe('retrying');
  });

  it('is not paused because confirmations take their time', async () => {
    const waits = counterpart({ name: 'create', run: () => Promise.resolve({ receipt }) }, { name: 'confirm', run: fails('unavailable') });
    for (let index = 0; index < 8; index++) expect((await take(office, waits.connector))?.state).toBe('retrying');
    expect(await findTarget(office.database, 'probe')).toBeNull();
  });
});
