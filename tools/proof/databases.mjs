// An empty database for a proof, SQLite or PostgreSQL, and what the portal says in it of its hand-overs.
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspace.mjs';

const require = createRequire(join(root, 'packages/server/package.json'));
const { openDatabase } = await import(join(root, 'packages/server/dist/storage/open-database.js'));

/** As in the tests: `SERVICEPORTAL_TEST_POSTGRES`, or this machine's server as whoever runs the proof. */
const serverUrl = process.env.SERVICEPORTAL_TEST_POSTGRES ?? `postgres:///postgres?host=/var/run/postgresql&user=${userInfo().username}`;

async function onServer(url, sql) {
  const { default: pg } = await import(require.resolve('pg'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

/** @param folder the portal's data @param server another PostgreSQL than the tests' */
export async function freshDatabase(kind, folder, server = serverUrl) {
  if (kind === 'SQLite') return opened(join(folder, 'portal.sqlite'), {}, () => undefined);
  const name = `serviceportal_proof_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return opened(url.href, { SERVICEPORTAL_DATABASE: url.href }, () => onServer(server, `drop database ${name} with (force)`));
}

function opened(location, environment, remove) {
  let connection;
  const database = async () => (connection ??= await openDatabase(location));
  return {
    location,
    environment,
    database,
    /** Every hand-over: id, application, target, state. */
    deliveries: async () =>
      (await database()).selectFrom('deliveries').select(['id', 'application_id', 'target', 'state']).where('supplement', '=', 0).execute(),
    /** Those in none of these states. */
    deliveriesNotIn: async (states) =>
      (await database())
        .selectFrom('deliveries')
        .select(['id', 'application_id', 'target', 'state'])
        .where('supplement', '=', 0)
        .where('state', 'not in', states)
        .execute(),
    /** Applications that were accepted: id and reference number. */
    applications: async () => (await database()).selectFrom('applications').select(['id', 'reference']).execute(),
    async close() {
      await connection?.destroy();
      connection = undefined;
    },
    async drop() {
      await connection?.destroy();
      await remove();
    },
  };
}
