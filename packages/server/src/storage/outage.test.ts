import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith, postgres } from '@serviceportal/test-support';
import { sql } from 'kysely';
import pg from 'pg';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { freshPostgres } from './databases.test-support.js';
import type { FreshDatabase } from './databases.test-support.js';

describeWith('postgres', 'a PostgreSQL that goes away', () => {
  let fresh: FreshDatabase;
  let portal: SmallPortal;
  let server: pg.Client;
  let name: string;
  beforeAll(async () => {
    fresh = await freshPostgres();
    name = new URL(fresh.location).pathname.slice(1);
    server = new pg.Client({ connectionString: postgres });
    await server.connect();
    portal = await startSmallPortal({ environment: fresh.environment });
  }, 60_000);
  afterAll(async () => {
    await portal?.close();
    await server?.end();
    await fresh?.drop();
  });

  /** As a restart does: every connection ends, and for a while none is let in. */
  async function stop(): Promise<void> {
    await server.query(`alter database ${name} allow_connections false`);
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  }
  const start = () => server.query(`alter database ${name} allow_connections true`);
  const health = async (): Promise<number> => (await fetch(new URL('/healthz', portal.base))).status;

  it('ends a transaction, not the process', async () => {
    const { database } = portal.running.portal.office;
    const broken = await database
      .transaction()
      .execute(async (transaction) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
        await server.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
        // The connection breaks while nobody asks it anything.
        await delay(200);
        await sql`select 1`.execute(transaction);
      })
      .catch((error: unknown) => error);
    expect(broken).toBeInstanceOf(Error);
    expect((await sql`select 1`.execute(database)).rows).toHaveLength(1);
  });

  it('costs nobody what was saved, and needs no restart of the portal', async () => {
    const { browser, page, id } = await begin(portal.base);
    const children = await send(browser, page, { 'G1/F1': 'Zoë Müller', 'G1/F2': 'false' });
    await stop();
    const failed = await send(browser, children, {});
    expect(failed.status).toBe(500);
    expect(failed.html.textContent).toMatch(/Fehler/);
    // The answer is kept for a second.
    await delay(1_100);
    expect(await health()).toBe(503);
    await start();
    await delay(1_100);
    expect(await health()).toBe(200);
    const again = await browser.get(`/antrag/${id}/person`);
    expect(again.html.querySelector('[name="G1/F1"]')?.getAttribute('value')).toBe('Zoë Müller');
    const proofs = await send(browser, await browser.get(children.path), {});
    const check = await send(browser, proofs, {});
    expect((await send(browser, check, {}, '/absenden')).path).toMatch(/\/fertig$/);
    // The workers, too, go on by themselves.
    const { database } = portal.running.portal.office;
    const state = async () =>
      (await database.selectFrom('deliveries').select('state').where('application_id', '=', id).executeTakeFirst())?.state;
    for (let time = 0; time < 400 && (await state()) !== 'acknowledged'; time++) await delay(50);
    expect(await state()).toBe('acknowledged');
  }, 60_000);
});
