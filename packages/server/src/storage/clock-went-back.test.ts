import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { bringForward } from './clock-went-back.js';
import type { FreshDatabase } from './databases.test-support.js';
import { onEachDatabase } from './databases.test-support.js';
import { findDelivery } from './deliveries.js';
import { changeLeased, claimDelivery, nextDue } from './delivery-leases.js';
import { claimNotice, insertNotice } from './notices.js';
import type { Database } from './open-database.js';
import { aDelivery, keepSmallService } from './rows.test-support.js';
import { never } from './tables.js';
import { countFailure, findTarget, pauseTarget } from './targets.js';

/** The clock showed this, and was put back by an hour then. */
const before = '2026-12-24T12:00:00.000Z';
const now = '2026-12-24T11:00:00.000Z';
const states = ['pending', 'retrying', 'creating'];

onEachDatabase('a clock that was put back by an hour', (freshDatabase) => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await fresh.open();
    await keepSmallService(database);
  });
  afterEach(() => fresh.drop());
  const claim = (owner: string, at: string, until: string) =>
    claimDelivery(database, { target: 'ablage', owner, now: at, until, states, atOnce: 1 });

  it('holds up nothing that was just submitted', async () => {
    await aDelivery(database, 'a', before);
    expect(await claim('one', now, now)).toBeNull();
    expect(await bringForward(database, now, states)).toBe(1);
    expect((await claim('one', now, now))?.id).toBe('a.ablage');
    // Once only.
    expect(await bringForward(database, now, states)).toBe(0);
  });

  it('holds up nothing that a worker held who died, and takes nothing from one who lives', async () => {
    await aDelivery(database, 'a', before);
    await claim('one', before, '2026-12-24T12:00:10.000Z');
    await changeLeased(database, 'a.ablage', 'one', { state: 'creating', updated_at: before });
    await bringForward(database, now, states);
    expect(await claim('two', now, '2026-12-24T11:00:10.000Z')).toBeNull();
    // Who lives renews it within seconds; who does not has it no longer.
    expect((await claim('two', '2026-12-24T11:00:11.000Z', '2026-12-24T11:00:21.000Z'))?.lease_owner).toBe('two');
  });

  it('lets what waits for another try be tried now, and a paused target with it', async () => {
    await aDelivery(database, 'a', '2026-12-24T10:00:00.000Z');
    await database.updateTable('deliveries').set({ state: 'retrying', due_at: '2026-12-24T12:02:00.000Z', updated_at: before }).execute();
    await countFailure(database, 'ablage', now);
    // Paused for hours; the latest attempt has put off the next.
    await pauseTarget(database, 'ablage', '2026-12-24T10:30:00.000Z', '2026-12-24T12:10:00.000Z');
    await bringForward(database, now, states);
    expect((await findTarget(database, 'ablage'))?.probe_at).toBe(now);
    expect(await nextDue(database, { target: 'ablage', now, states })).toBe(now);
  });

  it('lets messages be sent', async () => {
    await aDelivery(database, 'a', now);
    await insertNotice(database, { id: 'n', applicationId: 'a', kind: 'news', at: before });
    expect(await claimNotice(database, { owner: 'one', now, until: now })).toBeNull();
    await bringForward(database, now, states);
    expect((await claimNotice(database, { owner: 'one', now, until: now }))?.id).toBe('n');
  });

  it('is not seen in clocks that are a few minutes apart, nor in what is to wait', async () => {
    await aDelivery(database, 'a', '2026-12-24T11:04:00.000Z');
    await aDelivery(database, 'b', '2026-12-24T10:00:00.000Z');
    const later = { state: 'retrying', due_at: '2026-12-24T14:00:00.000Z', updated_at: now };
    await database.updateTable('deliveries').set(later).where('id', '=', 'b.ablage').execute();
    await countFailure(database, 'ablage', now);
    await pauseTarget(database, 'ablage', now, '2026-12-24T11:10:00.000Z');
    expect(await bringForward(database, now, states)).toBe(0);
    expect((await findDelivery(database, 'b.ablage'))?.due_at).toBe('2026-12-24T14:00:00.000Z');
    expect((await findTarget(database, 'ablage'))?.probe_at).toBe('2026-12-24T11:10:00.000Z');
  });

  it('begins nothing anew that is over', async () => {
    await aDelivery(database, 'a', before);
    await database.updateTable('deliveries').set({ state: 'acknowledged', due_at: never }).execute();
    expect(await bringForward(database, now, states)).toBe(0);
    expect((await findDelivery(database, 'a.ablage'))?.due_at).toBe(never);
  });
});
