import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.js';

/**
 * Writes without waiting for the disk (SQLite `synchronous=NORMAL` in WAL mode): survives the end of this process, but a power cut
 * may take the last moments. Right for a page of a draft, which its citizen still sees; never for what was accepted (ADR 0060).
 */
export function withoutDiskWait<Result>(database: Kysely<Tables>, write: (connection: Kysely<Tables>) => Promise<Result>): Promise<Result> {
  return database.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await write(connection);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}
