import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { CapabilitySheet, Delivery, DeliveryConnector } from '@serviceportal/portal-adapter';
import { maxAttempts } from '@serviceportal/form-engine';
import type { Office } from '../applications/office.js';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { attemptsOf, findDelivery } from '../storage/deliveries.js';
import { claimDelivery } from '../storage/delivery-leases.js';
import { eventsOf } from '../storage/events.js';
import { anApplication } from '../storage/rows.test-support.js';
import { insertDelivery } from '../storage/deliveries.js';
import { handOver } from './hand-over.js';
import { openReason } from './reason.js';
import { waitingStates } from './waiting-states.js';

onEachDatabase('a hand-over', (freshDatabase) => {
  let fresh: FreshDatabase;
  let portal: SmallPortal;
  let office: Office;
  let now: Date;

  beforeEach(async () => {
    fresh = await freshDatabase();
    portal = await startSmallPortal({ environment: fresh.environment });
    now = new Date('2026-12-24T12:00:00Z');
    office = { ...portal.running.portal.office, clock: { now: () => now } };
    await anApplication(office.database, 'a');
    // A target that no worker of the portal serves.
    await insertDelivery(office.database, { id: 'a.probe', applicationId: 'a', target: 'probe', state: 'pending', at: now.toISOString() });
  });
  afterEach(async () => {
    await portal.close();
    await fresh.drop();
  });

  const receipt = { counterpartReference: 'FV-1', acceptedAt: '2026-12-24T12:00:00Z' };
  const sheet: CapabilitySheet = {
    kind: 'delivery',
    name: 'probe',
    lookupByKey: true,
    idempotentCreate: false,
    attachments: true,
    statusBack: false,
    limits: [],
  };

  /** A counterpart that answers as told, and counts how often it was sent something. */
  function counterpart(parts: {
    sheet?: Partial<CapabilitySheet>;
    deliver?: () => Promise<typeof receipt>;
    lookup?: () => Promise<typeof receipt | null>;
  }) {
    const calls = { deliver: 0, lookup: 0 };
    const connector: DeliveryConnector = {
      sheet: { ...sheet, ...parts.sheet },
      steps: [
        {
          name: 'create',
          whenUnclear: 'ask',
          run: async () => (calls.deliver++, { receipt: await (parts.deliver ?? (() => Promise.resolve(receipt)))() }),
          async find() {
            calls.lookup++;
            const found = await (parts.lookup ?? (() => Promise.resolve(null)))();
            return found && { receipt: found };
          },
        },
      ],
    };
    return { calls, connector };
  }

  const fails = (kind: 'refused' | 'unavailable' | 'unclear') => () => Promise.reject(new DeliveryError('probe', kind, 'so it is'));

  async function step(connector: DeliveryConnector, build: () => Promise<Delivery> = () => Promise.resolve({} as Delivery)) {
    const claimed = await claimDelivery(office.database, {
      target: 'probe',
      owner: 'me',
      now: now.toISOString(),
      until: new Date(now.getTime() + 60_000).toISOString(),
      states: waitingStates,
    });
    if (!claimed) return null;
    await handOver(office, 'me', claimed, connector, build, AbortSignal.timeout(60_000));
    return findDelivery(office.database, 'a.probe');
  }

  it('is over when the counterpart acknowledges, and the application is then received', async () => {
    const row = await step(counterpart({}).connector);
    expect(row).toMatchObject({ state: 'acknowledged', counterpart_reference: 'FV-1', lease_owner: null });
    expect((await eventsOf(office.database, 'a')).map(({ kind }) => kind)).toEqual(['delivery-acknowledged', 'receive']);
    expect(await step(counterpart({}).connector)).toBeNull();
  });

  it('tries again later when the counterpart is down', async () => {
    const row = await step(counterpart({ deliver: fails('unavailable') }).connector);
    expect(row?.state).toBe('retrying');
    expect(await step(counterpart({}).connector)).toBeNull();
    now = new Date(now.getTime() + 10_000);
    expect((await step(counterpart({}).connector))?.state).toBe('acknowledged');
    expect((await attemptsOf(office.database, 'a.probe')).map(({ outcome }) => outcome)).toEqual(['unavailable', 'acknowledge']);
  });

  it('asks before it sends again when it is unclear', async () => {
    await step(counterpart({ deliver: fails('unclear') }).connector);
    now = new Date(now.getTime() + 10_000);
    const { connector, calls } = counterpart({ lookup: () => Promise.resolve(receipt) });
    expect((await step(connector))?.state).toBe('acknowledged');
    expect(calls).toEqual({ deliver: 0, lookup: 1 });
  });

  it('sends again at once when the counterpart says that it has nothing', async () => {
    await step(counterpart({ deliver: fails('unclear') }).connector);
    now = new Date(now.getTime() + 10_000);
    const { connector, calls } = counterpart({});
    expect((await step(connector))?.state).toBe('retrying');
    expect((await step(connector))?.state).toBe('acknowledged');
    expect(calls).toEqual({ deliver: 1, lookup: 1 });
  });

  it('leaves it to a person when it is unclear and the counterpart cannot be asked', async () => {
    await step(counterpart({ deliver: fails('unclear') }).connector);
    now = new Date(now.getTime() + 10_000);
    const { connector, calls } = counterpart({ sheet: { lookupByKey: false } });
    expect((await step(connector))?.state).toBe('needs-attention');
    expect(calls.deliver).toBe(0);
  });

  it('treats an attempt whose process died as unclear', async () => {
    await office.database.updateTable('deliveries').set({ state: 'delivering', attempts: 1 }).where('id', '=', 'a.probe').execute();
    const { connector, calls } = counterpart({ lookup: () => Promise.resolve(receipt) });
    expect((await step(connector))?.state).toBe('acknowledged');
    expect(calls).toEqual({ deliver: 0, lookup: 1 });
  });

  it('leaves a refusal to a person', async () => {
    const row = await step(counterpart({ deliver: fails('refused') }).connector);
    expect(row).toMatchObject({ state: 'needs-attention', last_error: 'probe: so it is' });
    expect((await eventsOf(office.database, 'a')).map(({ kind }) => kind)).toEqual(['delivery-needs-attention']);
  });

  it('gives up after the last attempt, not before', async () => {
    const { connector, calls } = counterpart({ deliver: fails('unavailable') });
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      expect((await step(connector))?.state).toBe('retrying');
      now = new Date(now.getTime() + 86_400_000);
    }
    expect((await step(connector))?.state).toBe('needs-attention');
    expect(calls.deliver).toBe(maxAttempts);
  });

  it('writes nothing when the lease was lost in the meantime', async () => {
    const { connector } = counterpart({
      deliver: async () => {
        await office.database.updateTable('deliveries').set({ lease_owner: 'other' }).where('id', '=', 'a.probe').execute();
        return receipt;
      },
    });
    expect(await step(connector)).toMatchObject({ state: 'delivering', lease_owner: 'other' });
  });

  it('knows that nothing was sent where it could not even be put together', async () => {
    const { connector, calls } = counterpart({ lookup: () => Promise.reject(new Error('nobody needs to ask')) });
    const row = await step(connector, () => Promise.reject(new TypeError('Zoë Müller is not a number')));
    expect(row?.state).toBe('retrying');
    expect(row?.last_error).toContain('Not sent');
    expect(row?.last_error).not.toContain('Zoë');
    expect(calls).toEqual({ deliver: 0, lookup: 0 });
    now = new Date(now.getTime() + 10_000);
    const missing = () => Promise.reject(new DeliveryError('attachment-key-missing', 'refused', 'A key is missing'));
    expect(await step(connector, missing)).toMatchObject({ state: 'needs-attention' });
  });

  it('keeps what the counterpart says apart from what is logged, and sealed', async () => {
    const reason = 'Frau Müller ist hier nicht bekannt';
    const refuse = () => Promise.reject(new DeliveryError('probe', 'refused', 'so it is', { reason }));
    const row = await step(counterpart({ deliver: refuse }).connector);
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
      const busy = () => Promise.reject(new DeliveryError('probe', 'unavailable', 'busy', { retryAfterSeconds: asked }));
      const row = await step(counterpart({ deliver: busy }).connector);
      expect(Date.parse(row?.due_at ?? '') - now.getTime()).toBe(seconds * 1000);
      now = new Date(Date.parse(row?.due_at ?? ''));
    }
  });
});
