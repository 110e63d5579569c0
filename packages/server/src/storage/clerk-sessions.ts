import type { Kysely } from 'kysely';
import type { ClerkSessionsTable, Instant, Tables } from './tables.js';

export async function insertSession(database: Kysely<Tables>, row: ClerkSessionsTable): Promise<void> {
  await database.insertInto('clerk_sessions').values(row).execute();
}

export async function findSession(database: Kysely<Tables>, id: string): Promise<ClerkSessionsTable | null> {
  return (await database.selectFrom('clerk_sessions').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function touchSession(database: Kysely<Tables>, id: string, now: Instant): Promise<void> {
  await database.updateTable('clerk_sessions').set({ seen_at: now }).where('id', '=', id).execute();
}

export async function deleteSession(database: Kysely<Tables>, id: string): Promise<void> {
  await database.deleteFrom('clerk_sessions').where('id', '=', id).execute();
}

export async function deleteSessionsBefore(database: Kysely<Tables>, instant: Instant): Promise<void> {
  await database.deleteFrom('clerk_sessions').where('seen_at', '<', instant).execute();
}
