import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { Delivery } from '@serviceportal/portal-adapter';
import type { Office } from '../applications/office.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { attemptsOf } from '../storage/delivery-attempts.js';
import { eventsOf } from '../storage/events.js';
import { aProbe, counterpart, fails, probeOffice, receipt, take } from './counterpart.test-support.js';
import { openReason } from './reason.js';

onEachDatabase('a hand-over', (freshDatabase) => {
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

  const wait = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
  const outcomes = async () => (await attemptsOf(office.database, 'a.probe')).map(({ step, outcome }) => [step, outcome]);
  const kinds = async () => (await eventsOf(office.database, 'a')).map(({ kind }) => kind);

  it('is over when the counterpart acknowledges, and the application is then received', async () => {
    const row = await take(office, counterpart({ name: 'create' }).connector);
    expect(row).toMatchObject({ state: 'acknowledged', counterpart_reference: 'FV-1', lease_owner: null, done_step: 'create' });
    expect(row?.accepted_at).toBe(receipt.acceptedAt);
    const events = await eventsOf(office.database, 'a');
    expect(events.map(({ kind }) => kind)).toEqual(['delivery-acknowledged', 'receive']);
    expect(events[0]?.data).toEqual({ target: 'probe', counterpartReference: 'FV-1', sent: 'antrag.json 2 sha256:00' });
    expect(await take(office, counterpart({ name: 'create' }).connector)).toBeNull();
  });

  it('goes through all steps, and each knows what those before it learned', async () => {
    const seen: unknown[] = [];
    const { connector, calls } = counterpart(
      { name: 'reserve', run: () => Promise.resolve({ progress: { number: 7 } }) },
      { name: 'create', run: (_delivery, { progress }) => (seen.push(progress), Promise.resolve({ receipt })) },
      { name: 'attach', run: (_delivery, { progress }) => (seen.push(progress), Promise.resolve({})) },
    );
    expect(await take(office, connector)).toMatchObject({ state: 'acknowledged', counterpart_reference: 'FV-1', done_step: 'attach' });
    expect(calls).toEqual(['reserve', 'create', 'attach']);
    expect(seen).toEqual([{ number: 7 }, { number: 7 }]);
    expect(await outcomes()).toEqual([
      ['reserve', 'create'],
      ['create', 'attach'],
      ['attach', 'acknowledge'],
    ]);
  });

  it('goes on after the last good step when the counterpart was down in between', async () => {
    const plan = [{ name: 'reserve' }, { name: 'create', run: () => Promise.resolve({ receipt }) }, { name: 'attach' }] as const;
    const down = counterpart(plan[0], plan[1], { name: 'attach', run: fails('unavailable') });
    expect(await take(office, down.connector)).toMatchObject({ state: 'retrying', done_step: 'create', counterpart_reference: 'FV-1' });
    expect(await take(office, down.connector)).toBeNull();
    wait(10);
    const back = counterpart(...plan);
    expect((await take(office, back.connector))?.state).toBe('acknowledged');
    expect(back.calls).toEqual(['attach']);
  });

  it('keeps what a step learned before it broke off, sealed', async () => {
    const part = { uploaded: ['Müller.pdf'] };
    const broken = counterpart({
      name: 'create',
      run: async (_delivery, context) => (await context.keep(part), fails('unavailable')()),
    });
    const row = await take(office, broken.connector);
    expect(row?.progress?.includes('Müller')).toBe(false);
    wait(10);
    let seen: unknown;
    const again = counterpart({ name: 'create', run: (_delivery, { progress }) => ((seen = progress), Promise.resolve({ receipt })) });
    await take(office, again.connector);
    expect(seen).toEqual(part);
  });

  it('asks before it sends again when it is unclear', async () => {
    expect((await take(office, counterpart({ name: 'create', run: fails('unclear') }).connector))?.state).toBe('asking');
    wait(10);
    const { connector, calls } = counterpart({ name: 'create', find: () => Promise.resolve({ receipt }) });
    expect((await take(office, connector))?.state).toBe('acknowledged');
    expect(calls).toEqual(['create?']);
  });

  it('sends again at once when the counterpart says that it has nothing', async () => {
    await take(office, counterpart({ name: 'create', run: fails('unclear') }).connector);
    wait(10);
    const { connector, calls } = counterpart({ name: 'create' });
    expect((await take(office, connector))?.state).toBe('acknowledged');
    expect(calls).toEqual(['create?', 'create']);
    expect((await outcomes()).at(-2)).toEqual(['create', 'not-there']);
  });

  it('goes on with the next step when the counterpart has what was unclear', async () => {
    const attach = { name: 'attach' } as const;
    await take(office, counterpart({ name: 'create', run: fails('unclear') }, attach).connector);
    wait(10);
    const found = { progress: { folder: '12' }, receipt };
    const { connector, calls } = counterpart({ name: 'create', find: () => Promise.resolve(found) }, attach);
    expect(await take(office, connector)).toMatchObject({ state: 'acknowledged', counterpart_reference: 'FV-1' });
    expect(calls).toEqual(['create?', 'attach']);
  });

  it('stays as unclear as it was while the counterpart does not answer the question', async () => {
    await take(office, counterpart({ name: 'create', run: fails('unclear') }).connector);
    wait(10);
    const { connector, calls } = counterpart({ name: 'create', find: fails('unavailable') });
    expect((await take(office, connector))?.state).toBe('asking');
    wait(73 * 3600);
    expect((await take(office, connector))?.state).toBe('unclear');
    expect(calls).toEqual(['create?', 'create?']);
    expect(await kinds()).toEqual(['delivery-unclear']);
  });

  it('repeats what does no harm twice', async () => {
    const unclear = counterpart({ name: 'create', whenUnclear: 'repeat', run: fails('unclear') });
    expect((await take(office, unclear.connector))?.state).toBe('retrying');
    wait(10);
    expect((await take(office, counterpart({ name: 'create', whenUnclear: 'repeat' }).connector))?.state).toBe('acknowledged');
  });

  it('leaves it to a person when it is unclear and the counterpart cannot be asked', async () => {
    const { connector, calls } = counterpart({ name: 'create', whenUnclear: 'person', run: fails('unclear') });
    expect((await take(office, connector))?.state).toBe('unclear');
    wait(100 * 3600);
    expect(await take(office, connector)).toBeNull();
    expect(calls).toEqual(['create']);
    expect(await kinds()).toEqual(['delivery-unclear']);
  });

  it('leaves a refusal to a person', async () => {
    const row = await take(office, counterpart({ name: 'create', run: fails('refused') }).connector);
    expect(row).toMatchObject({ state: 'needs-attention', last_error: 'probe: so it is' });
    expect(await kinds()).toEqual(['delivery-needs-attention']);
  });

  it('gives up when its time is over, not before', async () => {
    const { connector } = counterpart({ name: 'create', run: fails('unavailable') });
    for (let hours = 0; hours < 72; hours += 6) {
      expect((await take(office, connector))?.state).toBe('retrying');
      wait(6 * 3600);
    }
    expect((await take(office, connector))?.state).toBe('needs-attention');
  });

  it('writes nothing when the lease was lost in the meantime', async () => {
    const { connector } = counterpart({
      name: 'create',
      run: async () => {
        await office.database.updateTable('deliveries').set({ lease_owner: 'other' }).where('id', '=', 'a.probe').execute();
        return { receipt };
      },
    });
    expect(await take(office, connector)).toMatchObject({ state: 'creating', lease_owner: 'other' });
    expect(await outcomes()).toEqual([['create', null]]);
  });

  it('is not sent again by who has taken it over, whenever its step has ended', async () => {
    const { connector, calls } = counterpart({
      name: 'create',
      whenUnclear: 'person',
      run: async () => {
        const lease = { lease_owner: 'other', lease_until: now.toISOString() };
        await office.database.updateTable('deliveries').set(lease).where('id', '=', 'a.probe').execute();
        return { receipt };
      },
    });
    await take(office, connector);
    wait(1);
    expect((await take(office, connector))?.state).toBe('unclear');
    expect(calls).toEqual(['create']);
  });

  it('knows that nothing was sent where it could not even be put together', async () => {
    const { connector, calls } = counterpart({ name: 'create' });
    const row = await take(office, connector, { open: () => Promise.reject(new TypeError('Zoë Müller is not a number')) });
    expect(row?.state).toBe('retrying');
    expect(row?.last_error).toContain('Not sent');
    expect(row?.last_error).not.toContain('Zoë');
    wait(10);
    const missing = () => Promise.reject<Delivery>(new DeliveryError('attachment-key-missing', 'refused', 'A key is missing'));
    expect(await take(office, connector, { open: missing })).toMatchObject({ state: 'needs-attention' });
    expect(calls).toEqual([]);
  });

  it('stops where the connector has other steps than when it began', async () => {
    await take(office, counterpart({ name: 'reserve' }, { name: 'create', run: fails('unavailable') }).connector);
    wait(10);
    const { connector, calls } = counterpart({ name: 'create' }, { name: 'confirm' });
    expect((await take(office, connector))?.state).toBe('needs-attention');
    expect(calls).toEqual([]);
  });

  it('keeps what the counterpart says apart from what is logged, and sealed', async () => {
    const reason = 'Frau Müller ist hier nicht bekannt';
    const row = await take(office, counterpart({ name: 'create', run: fails('refused', { reason }) }).connector);
    if (!row) throw new Error('There is no delivery');
    expect(row.last_error).toBe('probe: so it is');
    expect(row.reason?.includes('Müller')).toBe(false);
    expect(openReason(office, row)).toBe(reason);
    expect((await attemptsOf(office.database, 'a.probe'))[0]?.message).toBe('probe: so it is');
  });

  it('leaves the counterpart alone for as long as it asks, up to a day', async () => {
    for (const [asked, seconds] of [
      [3600, 3600],
      [10 ** 9, 86_400],
    ] as const) {
      const busy = counterpart({ name: 'create', run: fails('unavailable', { retryAfterSeconds: asked }) });
      const row = await take(office, busy.connector);
      expect(Date.parse(row?.due_at ?? '') - now.getTime()).toBe(seconds * 1000);
      now = new Date(Date.parse(row?.due_at ?? ''));
    }
  });
});
