import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findApplication } from './applications.js';
import { attachmentsOf, reserveAttachment } from './attachments.js';
import type { FreshDatabase } from './databases.test-support.js';
import { onEachDatabase } from './databases.test-support.js';
import { findDelivery, insertDelivery } from './deliveries.js';
import { changeLeased, claimDelivery, nextDue } from './delivery-leases.js';
import { nextLetterNumber, insertLetter } from './letters.js';
import { changeNotice, claimNotice, insertNotice, noticesOf } from './notices.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Database } from './open-database.js';
import { countRequest } from './request-counts.js';
import { countFailure, findTarget, pausedTargets, pauseTarget, resumeTarget } from './targets.js';
import { aDelivery, anApplication, keepSmallService } from './rows.test-support.js';

const minute = (count: number): string => `2026-12-24T12:${String(count).padStart(2, '0')}:00.000Z`;
const at = minute(0);

onEachDatabase('several processes', (freshDatabase) => {
  let fresh: FreshDatabase;
  let first: Database;
  let second: Database;
  beforeEach(async () => {
    fresh = await freshDatabase();
    // Two connections, as two processes have them.
    [first, second] = await Promise.all([fresh.open(), fresh.open()]);
    await keepSmallService(first);
  });
  afterEach(() => fresh.drop());
  const either = (index: number): Database => (index % 2 ? first : second);

  it('see all of a transaction or nothing', async () => {
    const broken = oneAtATime(first, 'a', async (transaction) => {
      await anApplication(transaction, 'a');
      throw new Error('power cut');
    });
    await expect(broken).rejects.toThrow('power cut');
    expect(await findApplication(second, 'a')).toBeNull();
  });

  it('get each delivery once', async () => {
    for (let index = 0; index < 20; index++) await aDelivery(first, `a${index}`, at);
    const claim = (index: number) =>
      claimDelivery(either(index), { target: 'ablage', owner: `w${index}`, now: at, until: minute(2), states: ['pending'], atOnce: 50 });
    const taken = await Promise.all(Array.from({ length: 40 }, (_, index) => claim(index)));
    const ids = taken.flatMap((row) => row?.id ?? []);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it('take over a lease that ran out, not one that still holds', async () => {
    await aDelivery(first, 'a', at);
    const claim = (owner: string, now: string, until: string) =>
      claimDelivery(either(owner.length), { target: 'ablage', owner, now, until, states: ['pending'], atOnce: 50 });
    expect(await claim('one', at, minute(2))).not.toBeNull();
    expect(await claim('three', minute(1), minute(3))).toBeNull();
    expect((await claim('three', minute(3), minute(5)))?.lease_owner).toBe('three');
    // The one that lost it writes nothing any more.
    expect(await changeLeased(first, 'a.ablage', 'one', { state: 'acknowledged' })).toBe(false);
    await changeLeased(second, 'a.ablage', 'three', { lease_owner: null, lease_until: null });
    expect(await claim('one', minute(4), minute(6))).not.toBeNull();
  });

  it('take no more at once than a target is to be given', async () => {
    for (let index = 0; index < 10; index++) await aDelivery(first, `a${index}`, at);
    const claim = (index: number, now = at) =>
      claimDelivery(either(index), { target: 'ablage', owner: `w${index}`, now, until: minute(2), states: ['pending'], atOnce: 3 });
    const ids = async (claims: ReturnType<typeof claim>[]) => (await Promise.all(claims)).flatMap((row) => row?.id ?? []);
    const taken = await ids(Array.from({ length: 10 }, (_, index) => claim(index)));
    expect(taken).toHaveLength(3);
    const [one = ''] = taken;
    const { lease_owner } = (await findDelivery(first, one)) ?? {};
    await changeLeased(first, one, lease_owner ?? '', { state: 'acknowledged', lease_owner: null, lease_until: null });
    expect(await ids([claim(10), claim(11)])).toHaveLength(1);
    // Those who died hold nothing up.
    expect(await ids([claim(12, minute(3)), claim(13, minute(3))])).toHaveLength(2);
  });

  it('leave a paused target alone, and try it with one delivery at a time', async () => {
    for (const id of ['a', 'b', 'c']) await aDelivery(first, id, at);
    for (let time = 1; time <= 3; time++) expect(await countFailure(either(time), 'ablage', at)).toBe(time);
    await pauseTarget(first, 'ablage', at, minute(2));
    // What was under way by then and fails, too, does not make the pause longer; the attempt after it does.
    expect(await countFailure(second, 'ablage', minute(1))).toBeNull();
    expect(await countFailure(first, 'ablage', minute(2))).toBe(4);
    const claim = (index: number, now: string) =>
      claimDelivery(either(index), { target: 'ablage', owner: `w${index}`, now, until: minute(9), states: ['pending'], atOnce: 3 });
    expect(await claim(1, minute(1))).toBeNull();
    expect(await nextDue(second, { target: 'ablage', now: minute(1), states: ['pending'] })).toBe(minute(2));
    const probes = await Promise.all([1, 2, 3].map((index) => claim(index, minute(2))));
    expect(probes.filter((row) => row !== null)).toHaveLength(1);
    expect((await pausedTargets(second)).map(({ name, paused_since }) => [name, paused_since])).toEqual([['ablage', at]]);
    await first
      .updateTable('deliveries')
      .set({ state: 'retrying', due_at: minute(40) })
      .where('lease_until', 'is', null)
      .execute();
    await resumeTarget(second, 'ablage', minute(3));
    expect(await findTarget(first, 'ablage')).toBeNull();
    // What waited because of it waits no longer.
    expect(await nextDue(first, { target: 'ablage', now: minute(3), states: ['retrying'] })).toBe(minute(3));
  });

  it('let a supplement wait for what comes before it', async () => {
    await aDelivery(first, 'a', at);
    await insertDelivery(first, { id: 'a.ablage.2', applicationId: 'a', target: 'ablage', supplement: 2, state: 'pending', at });
    await insertDelivery(first, { id: 'a.other.2', applicationId: 'a', target: 'other', supplement: 2, state: 'pending', at });
    const claim = (target: string, now: string) =>
      claimDelivery(first, { target, owner: 'one', now, until: now, states: ['pending'], atOnce: 50 });
    expect((await claim('ablage', at))?.id).toBe('a.ablage');
    await first.updateTable('deliveries').set({ state: 'needs-attention' }).where('id', '=', 'a.ablage').execute();
    expect(await claim('ablage', minute(1))).toBeNull();
    expect(await nextDue(first, { target: 'ablage', now: minute(1), states: ['pending'] })).toBeNull();
    // Of another target nothing is waited for.
    expect((await claim('other', at))?.id).toBe('a.other.2');
    await first.updateTable('deliveries').set({ state: 'acknowledged' }).where('id', '=', 'a.ablage').execute();
    expect((await claim('ablage', minute(1)))?.id).toBe('a.ablage.2');
  });

  it('get each message once, and the late note of who lost it counts for nothing', async () => {
    await anApplication(first, 'a');
    for (const id of ['n1', 'n2']) await insertNotice(first, { id, applicationId: 'a', kind: 'news', at });
    const claim = (index: number, now: string, until: string) => claimNotice(either(index), { owner: `w${index}`, now, until });
    const claims = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => claim(index, minute(1), minute(2))));
    expect(claims.flatMap((row) => row?.id ?? []).sort()).toEqual(['n1', 'n2']);
    const lost = claims.find((row) => row?.id === 'n1')?.lease_owner ?? '';
    for (const index of [7, 8]) await claim(index, minute(3), minute(4));
    const change = { attempts: 1, due_at: minute(3), last_error: null, updated_at: minute(3) };
    const holder = (await noticesOf(second, 'a')).find(({ id }) => id === 'n1')?.lease_owner ?? '';
    expect(holder).not.toBe(lost);
    await changeNotice(second, 'n1', holder, { ...change, state: 'sent' });
    await changeNotice(first, 'n1', lost, { ...change, state: 'refused' });
    expect((await noticesOf(first, 'a')).find(({ id }) => id === 'n1')?.state).toBe('sent');
  });

  it('work on one subject one after the other', async () => {
    await anApplication(first, 'a');
    const write = () =>
      oneAtATime(first, ['a', 'x'], async (transaction) => {
        const number = await nextLetterNumber(transaction, 'a');
        await delay(1);
        await insertLetter(transaction, { application_id: 'a', number, kind: 'answer', at, sealed: Buffer.alloc(0) });
        return number;
      });
    const numbers = await Promise.all(Array.from({ length: 30 }, write));
    expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('never give more room for files than there is', async () => {
    const reserve = (index: number) =>
      reserveAttachment(first, { id: `${index}`, application_id: 'a', size: 10, created_at: at }, { files: 20, bytes: 70 });
    const reserved = await Promise.all(Array.from({ length: 20 }, (_, index) => reserve(index)));
    expect(reserved.filter(Boolean)).toHaveLength(7);
    expect(await attachmentsOf(second, 'a')).toHaveLength(7);
  });

  it('count together', async () => {
    const counted = await Promise.all(Array.from({ length: 20 }, (_, index) => countRequest(either(index), { digest: 'd', minute: at })));
    expect(Math.max(...counted)).toBe(20);
    expect(new Set(counted).size).toBe(20);
  });
});
