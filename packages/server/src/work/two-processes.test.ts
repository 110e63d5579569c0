import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compileForm } from '@serviceportal/form-engine';
import { offeredArchive, startDemonstration } from '../browser/started-portal.test-support.js';
import type { StartedPortal } from '../browser/started-portal.test-support.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { openDatabase } from '../storage/open-database.js';
import { openBrowser } from '../try/browser.js';
import { fillForm, submitForm } from '../try/walk.js';

onEachDatabase('two processes', (freshDatabase) => {
  let data: string;
  let fresh: FreshDatabase;
  let portals: readonly StartedPortal[];
  beforeAll(async () => {
    fresh = await freshDatabase();
    data = await mkdtemp(join(tmpdir(), 'serviceportal-two-'));
    // Both find an empty folder: one makes the key and the tables, the other waits for it.
    portals = await Promise.all([startDemonstration([], data, fresh.environment), startDemonstration([], data, fresh.environment)]);
  });
  afterAll(async () => {
    for (const portal of portals) await portal.stop();
    await rm(data, { recursive: true, force: true });
    await fresh.drop();
  });

  it('share one database, and each application is delivered by one of them', async () => {
    const archive = await offeredArchive('hundesteuer');
    const form = compileForm(archive.form);
    for (let seed = 0; seed < 3; seed++) {
      const browser = openBrowser(portals[seed % 2]?.citizen ?? '');
      await submitForm(browser, (await fillForm(browser, 'hundesteuer', form, seed)).check);
    }
    const database = await openDatabase(fresh.environment['SERVICEPORTAL_DATABASE'] ?? join(data, 'portal.sqlite'));
    const deadline = Date.now() + 120_000;
    const open = () => database.selectFrom('deliveries').select('id').where('state', '!=', 'acknowledged').execute();
    while ((await open()).length > 0 && Date.now() < deadline) await delay(100);
    const attempts = await database.selectFrom('delivery_attempts').select(['delivery_id', 'step', 'outcome']).execute();
    const deliveries = await database.selectFrom('deliveries').select(['id', 'state']).execute();
    await database.destroy();
    expect(deliveries.map(({ state }) => state)).toEqual(Array(6).fill('acknowledged'));
    expect(attempts.filter(({ outcome }) => outcome === 'acknowledge')).toHaveLength(6);
    // No step of a delivery was done twice.
    expect(new Set(attempts.map(({ delivery_id, step }) => `${delivery_id} ${step}`)).size).toBe(attempts.length);
  }, 240_000);
});
