import type { Kysely } from 'kysely';
import { PostgresAdapter } from 'kysely';

/** Which database this is. For the few places where the two differ. */
export const isPostgres = (database: Pick<Kysely<unknown>, 'getExecutor'>): boolean =>
  database.getExecutor().adapter instanceof PostgresAdapter;
