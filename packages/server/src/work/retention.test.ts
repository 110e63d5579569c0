import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Retention } from '@serviceportal/form-engine';
import { sql } from 'kysely';
import { changeState } from '../applications/change-state.js';
import { askCitizen } from '../applications/dialogue.js';
import { giveAddress } from '../applications/mail-address.js';
import type { Office } from '../applications/office.js';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { findApplication } from '../storage/applications.js';
import { isPostgres } from '../storage/dialect.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { referenceDigest } from '../storage/erase-application.js';
import { formsOn } from '../try/form-on-page.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';
import { deleteWhatIsOver, endsBefore } from './retention.js';

const paper = sampleFiles[0] as SampleFile;

describe('the end of a period', () => {
  it.each([
    // 31 days before; the hour that summer time took counts by the calendar, not by the clock.
    ['2026-04-15T10:00:00.000Z', { days: 31 }, '2026-03-15T11:00:00.000Z'],
    // The last day of February is one month before the 31st of March.
    ['2026-03-31T10:00:00.000Z', { months: 1 }, '2026-02-28T11:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', { years: 1 }, '2027-02-28T10:00:00.000Z'],
    // Ten years from the end of 2016 end with 2026: until then nothing of 2016, from then on all of it.
    ['2026-12-31T22:59:59.999Z', { years: 10, from: 'year-end' }, '2015-12-31T23:00:00.000Z'],
    ['2026-12-31T23:00:00.000Z', { years: 10, from: 'year-end' }, '2016-12-31T23:00:00.000Z'],
  ] as const)('at %s of %o', (now, period, before) => {
    expect(endsBefore(new Date(now), period)).toBe(before);
  });
});

onEachDatabase('retention', (freshDatabase) => {
  let fresh: FreshDatabase;
  let portal: SmallPortal;
  let now: Date;
  let office: Office;
  beforeEach(async () => {
    now = new Date('2026-01-15T12:00:00.000Z');
    fresh = await freshDatabase();
    portal = await startSmallPortal({ environment: fresh.environment, clock: { now: () => now } });
    ({ office } = portal.running.portal);
  });
  afterEach(async () => {
    await portal.close();
    await fresh.drop();
  });

  /** An application with a file, handed over. */
  async function submitted(): Promise<string> {
    const { browser, id } = await fillAll(portal.base);
    const proofs = await browser.get(`/antrag/${id}/nachweise`);
    const hidden = (formsOn(proofs)[0]?.inputs ?? []).filter(({ kind }) => kind === 'hidden');
    const fields = hidden.map(({ name, value }) => [name, value ?? ''] as const);
    const check = await browser.post(proofs.path, { fields, files: [['G3/F5', paper]], multipart: true });
    await send(browser, check, {}, '/absenden');
    for (let time = 0; time < 400 && (await stateOf(id)) !== 'received'; time++) await new Promise((resolve) => setTimeout(resolve, 25));
    return id;
  }
  const stateOf = async (id: string): Promise<string | undefined> => (await findApplication(office.database, id))?.state;
  const run = (retention: Retention): Promise<number> => deleteWhatIsOver(office, () => ({ retention, source: 'service.yaml 1.0.0' }));
  const files = async (): Promise<number> => {
    let count = 0;
    for await (const { id } of office.files.list()) if (id) count++;
    return count;
  };
  /** Every row of every table, as text. */
  async function everything(): Promise<string> {
    const tables = await office.database.introspection.getTables();
    const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(office.database)));
    return JSON.stringify(rows.map((found) => found.rows));
  }

  it('deletes a decided application with all that belongs to it on its day, once, and leaves a record that names nobody', async () => {
    const id = await submitted();
    const other = await submitted();
    const row = await findApplication(office.database, id);
    if (!row) throw new Error('It is not there');
    await giveAddress(office, row, { address: 'zoe@beispiel.de', language: 'de' }, { visit: null, applicationId: id });
    await changeState(office, id, 'start-review', { actor: 'clerk', account: 'amt' });
    await askCitizen(office, row, 'amt', 'Wie viele Hunde?');
    await changeState(office, id, 'decide', { actor: 'clerk', account: 'amt' });
    expect(await everything()).toContain(id);
    expect(await files()).toBeGreaterThanOrEqual(2);
    const kept = await files();

    now = new Date('2026-07-15T11:00:00.000Z');
    expect(await run({ decided: { months: 6 } })).toBe(0);
    now = new Date('2026-07-15T11:00:01.000Z');
    // Two processes at the same moment.
    const deleted = await Promise.all([run({ decided: { months: 6 } }), run({ decided: { months: 6 } })]);
    expect(deleted.reduce((sum, count) => sum + count)).toBe(1);
    const left = await everything();
    expect(left).not.toContain(id);
    expect(left).not.toContain(row.reference);
    expect(await stateOf(other)).toBe('received');
    expect(await files()).toBeLessThan(kept);
    const records = await office.database.selectFrom('deletions').selectAll().execute();
    expect(records).toEqual([
      {
        id: 1,
        at: '2026-07-15T11:00:01.000Z',
        cause: 'retention',
        rule: 'decided: 6 months (service.yaml 1.0.0)',
        package_key: 'probe',
        state: 'decided',
        reference_digest: referenceDigest(row.reference),
      },
    ]);
    const refused = { message: expect.stringContaining('never changed or deleted') };
    await expect(office.database.deleteFrom('deletions').execute()).rejects.toMatchObject(refused);
    expect(isPostgres(office.database)).toBe(fresh.environment['SERVICEPORTAL_DATABASE'] !== undefined);
  }, 60_000);

  it('keeps what is still to be handed over, what is being dealt with, and what no rule names', async () => {
    const id = await submitted();
    await office.database.updateTable('deliveries').set({ state: 'needs-attention' }).where('application_id', '=', id).execute();
    now = new Date('2050-01-15T12:00:00.000Z');
    const all: Retention = { received: { days: 1 }, decided: { days: 1 }, withdrawn: { days: 1 }, expired: { days: 1 } };
    expect(await run(all)).toBe(0);
    await office.database.updateTable('deliveries').set({ state: 'acknowledged' }).where('application_id', '=', id).execute();
    expect(await run({ decided: { days: 1 } })).toBe(0);
    await changeState(office, id, 'start-review', { actor: 'clerk', account: 'amt' });
    now = new Date('2060-01-15T12:00:00.000Z');
    expect(await run(all)).toBe(0);
    await changeState(office, id, 'decide', { actor: 'clerk', account: 'amt' });
    await changeState(office, id, 'close', { actor: 'clerk', account: 'amt' });
    now = new Date('2060-01-17T12:00:00.000Z');
    // Closed is kept as long as decided.
    expect(await run(all)).toBe(1);
  }, 60_000);
});
