import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DeliveryError } from '@serviceportal/portal-adapter';
import type { CaseStatus, DeliveryConnector } from '@serviceportal/portal-adapter';
import type { Office } from '../applications/office.js';
import type { TargetConfiguration } from '../municipalities/configuration.js';
import { createLog } from '../security/log.js';
import { askNow, claimStatus } from '../storage/case-status.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { findDelivery } from '../storage/deliveries.js';
import { eventsOf } from '../storage/events.js';
import { countFailure, findTarget, pauseTarget } from '../storage/targets.js';
import { aProbe, counterpart, fails, probeOffice, take } from './counterpart.test-support.js';
import { nextJob, nextTime } from './jobs.js';
import { createJournal } from './journal.js';
import { createMetrics } from './metrics.js';
import type { Place } from './place.js';
import { openCaseReason } from './reason.js';
import { noteStatus } from './status-question.js';
import { failuresBeforePause } from './target-health.js';

onEachDatabase('what becomes of a case', (freshDatabase) => {
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
  const time = (instant: string | null | undefined): number => Date.parse(instant ?? '');
  const wait = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000));
  const saying = (status: DeliveryConnector['status']): DeliveryConnector => {
    const { connector } = counterpart({ name: 'create' });
    return status ? { ...connector, status } : connector;
  };
  const telling = (status: CaseStatus | null): DeliveryConnector => saying(() => Promise.resolve(status));
  /** Does what a worker does. False: there is nothing to do. */
  async function ask(connector: DeliveryConnector, statusDays = 180): Promise<boolean> {
    const target = { name: 'probe', parallel: 4, patienceHours: 72, statusDays } as TargetConfiguration;
    const stopped = new AbortController().signal;
    const [log, metrics] = [createLog('silent'), createMetrics(office.database)];
    const parts = { office, target, connector, journal: createJournal(office), log, metrics, stepSeconds: 5, stopped };
    const place = parts satisfies Partial<Place> as unknown as Place;
    const job = await nextJob(place);
    await job?.();
    return job !== null;
  }
  const acknowledged = () => take(office, telling(null), { asksStatus: true });
  const accepted: CaseStatus = { state: 'accepted', at: '2026-12-24T12:30:00.000Z' };

  it('is asked more and more seldom while there is nothing new', async () => {
    await acknowledged();
    const waits: number[] = [];
    for (let question = 0; question < 9; question++) {
      const { status_due_at } = await row();
      waits.push((Date.parse(status_due_at ?? '') - now.getTime()) / 60_000);
      expect(await ask(telling(null))).toBe(false);
      now = new Date(Date.parse(status_due_at ?? ''));
      expect(await ask(telling(null))).toBe(true);
    }
    for (const [index, minutes] of [1, 1, 5, 15, 60, 180, 360, 720, 1440].entries()) {
      expect(Math.abs((waits[index] ?? 0) / minutes - 1)).toBeLessThanOrEqual(0.2);
    }
    expect((await row()).case_state).toBeNull();
  });

  it('is stored, told in the event log, and asked on until it is final', async () => {
    await acknowledged();
    wait(120);
    await ask(telling({ ...accepted, counterpartReference: 'FV-77' }));
    expect(await row()).toMatchObject({ case_state: 'accepted', case_at: accepted.at, counterpart_reference: 'FV-77', lease_owner: null });
    wait(120);
    // The same again is no news.
    await ask(telling(accepted));
    wait(3600);
    await ask(telling({ state: 'closed', at: 'gestern' }));
    expect(await row()).toMatchObject({ case_state: 'closed', case_at: now.toISOString(), status_due_at: null });
    const events = (await eventsOf(office.database, 'a')).map(({ kind, data }) => [kind, data['counterpartReference']]);
    expect(events.slice(-2)).toEqual([
      ['case-accepted', 'FV-77'],
      ['case-closed', 'FV-77'],
    ]);
    wait(86_400);
    expect(await ask(telling(null))).toBe(false);
  });

  it('has its reason sealed when it is rejected', async () => {
    await acknowledged();
    wait(120);
    await ask(telling({ state: 'rejected', at: accepted.at, reason: 'Frau Müller wohnt hier nicht' }));
    const rejected = await row();
    expect(rejected).toMatchObject({ state: 'acknowledged', case_state: 'rejected', status_due_at: null });
    expect(rejected.case_reason?.includes('Müller')).toBe(false);
    expect(openCaseReason(office, rejected)).toBe('Frau Müller wohnt hier nicht');
    expect(JSON.stringify(await eventsOf(office.database, 'a'))).not.toContain('Müller');
  });

  it('is asked again where no answer came, and not for ever', async () => {
    await acknowledged();
    wait(120);
    const silent = saying(() => Promise.reject(new DeliveryError('probe', 'unavailable', 'nobody there')));
    expect(await ask(silent)).toBe(true);
    expect(await row()).toMatchObject({ case_state: null, status_questions: 1, lease_owner: null });
    wait(31 * 86_400);
    expect(await ask(silent, 30)).toBe(true);
    expect((await row()).status_due_at).toBeNull();
  });

  it('is asked of a paused target when that is tried again: an answer ends the pause, silence prolongs it', async () => {
    await acknowledged();
    for (let failure = 0; failure < failuresBeforePause; failure++) await countFailure(office.database, 'probe', now.toISOString());
    const probe = new Date(now.getTime() + 600_000).toISOString();
    await pauseTarget(office.database, 'probe', now.toISOString(), probe);
    const silent = saying(() => Promise.reject(new DeliveryError('probe', 'unavailable', 'nobody there')));
    wait(120);
    expect(await ask(silent)).toBe(false);
    const place = { office, target: { name: 'probe' }, connector: silent } as Parameters<typeof nextTime>[0];
    expect(await nextTime(place)).toBe(probe);
    now = new Date(probe);
    expect(await ask(silent)).toBe(true);
    const later = (await findTarget(office.database, 'probe'))?.probe_at ?? '';
    expect(time(later)).toBeGreaterThan(now.getTime());
    now = new Date(Math.max(time(later), time((await row()).status_due_at)));
    expect(await ask(telling(null))).toBe(true);
    expect(await findTarget(office.database, 'probe')).toBeNull();
  });

  it('does not hide that the target takes no case', async () => {
    await acknowledged();
    const failing = counterpart({ name: 'create', run: fails('unavailable') }).connector;
    for (let failure = 0; failure < failuresBeforePause; failure++) {
      await aProbe(office, `f${failure}`);
      await take(office, failing);
      if (failure === failuresBeforePause - 1) break;
      now = new Date(time((await row()).status_due_at));
      const claim = { target: 'probe', owner: 'we', now: now.toISOString(), until: new Date(now.getTime() + 10_000).toISOString() };
      const asked = (await claimStatus(office.database, claim)) as DeliveryRow;
      await noteStatus(office, asked, 'we', { status: null, target: 'answers', waitSeconds: 0 }, 180);
    }
    expect((await findTarget(office.database, 'probe'))?.paused_since).not.toBeNull();
  });

  it('is asked of a paused target by one at a time, and pauses none by itself', async () => {
    await acknowledged();
    await aProbe(office, 'b');
    await take(office, telling(null), { asksStatus: true });
    wait(120);
    const silent = saying(() => Promise.reject(new DeliveryError('probe', 'unavailable', 'nobody there')));
    for (let failure = 0; failure <= failuresBeforePause; failure++, wait(86_400)) expect(await ask(silent)).toBe(true);
    expect(await findTarget(office.database, 'probe')).toBeNull();
    await countFailure(office.database, 'probe', now.toISOString());
    await pauseTarget(office.database, 'probe', now.toISOString(), now.toISOString());
    const claim = { target: 'probe', now: now.toISOString(), until: new Date(now.getTime() + 10_000).toISOString() };
    expect(await claimStatus(office.database, { ...claim, owner: 'one' })).not.toBeNull();
    expect(await claimStatus(office.database, { ...claim, owner: 'two' })).toBeNull();
  });

  it('is asked at once when the counterpart has called, also when it calls during a question', async () => {
    await acknowledged();
    const call = (names: { keys?: string[]; numbers?: string[] }) =>
      askNow(office.database, 'probe', { keys: [], numbers: [], ...names }, now.toISOString());
    expect(await call({ keys: ['nobody'], numbers: ['FV-0'] })).toBe(0);
    expect(await call({ numbers: ['FV-1'] })).toBe(1);
    wait(1);
    const asking = saying(async () => {
      expect(await call({ keys: ['a.probe'] })).toBe(1);
      return null;
    });
    expect(await ask(asking)).toBe(true);
    expect(await ask(telling(accepted))).toBe(true);
    expect((await row()).case_state).toBe('accepted');
    expect(await askNow(office.database, 'other', { keys: ['a.probe'], numbers: [] }, now.toISOString())).toBe(0);
  });

  it('is not asked where the connector cannot', async () => {
    await take(office, counterpart({ name: 'create' }).connector);
    expect((await row()).status_due_at).toBeNull();
    wait(86_400);
    expect(await ask(telling(null))).toBe(false);
    const place = { office, target: { name: 'probe' }, connector: telling(null) } as Parameters<typeof nextTime>[0];
    expect(await nextTime(place)).toBeNull();
  });
});
