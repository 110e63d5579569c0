import { join } from 'node:path';
import type { Logger } from 'pino';
import { ConfigurationError } from './municipalities/configuration-error.js';
import type { Database } from './storage/open-database.js';
import { isPostgresUrl, openDatabase } from './storage/open-database.js';

/**
 * The database that `SERVICEPORTAL_DATABASE` names; without it, a SQLite file in the data folder.
 *
 * @throws ConfigurationError where it names none, or one that does not let us in. The message holds no password.
 */
export async function openPortalDatabase(
  data: string,
  environment: Readonly<Record<string, string | undefined>>,
  log: Pick<Logger, 'warn'>,
): Promise<Database> {
  const url = environment['SERVICEPORTAL_DATABASE'];
  if (url === undefined || url === '') return openDatabase(join(data, 'portal.sqlite'));
  const address = URL.parse(url);
  if (!isPostgresUrl(url) || address === null) {
    throw new ConfigurationError(
      'configuration-invalid',
      'SERVICEPORTAL_DATABASE must be the address of a PostgreSQL database: postgres://user:password@host:5432/name. ' +
        'Leave it away to use SQLite in the data folder.',
    );
  }
  const where = `${address.hostname || (address.searchParams.get('host') ?? 'localhost')}${address.pathname}`;
  const onLost = (error: Error): void => log.warn({ err: error }, 'a connection to the database broke');
  return openDatabase(url, onLost).catch((cause: unknown) => {
    throw new ConfigurationError('database-unreachable', `The database ${where} cannot be used (${reasonOf(cause)}). ${advice}`, { cause });
  });
}

const advice =
  'Check that it runs and can be reached, that name, user and password in SERVICEPORTAL_DATABASE are right, and that this user may make tables in it.';

/** PostgreSQL's own words (it names users and databases, never passwords), or what the network said. */
function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const words = typeof message === 'string' && message !== '' ? message : 'no reason given';
  return typeof code === 'string' && !words.includes(code) ? `${code}: ${words}` : words;
}
