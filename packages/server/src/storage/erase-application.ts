import { createHash } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { DeletionsTable, Tables } from './tables.js';

/**
 * Deletes everything that is stored about an application, its key first, and notes that it was. Within a transaction. Returns the files
 * that are left to be removed from their store.
 */
export async function eraseApplication(
  database: Kysely<Tables>,
  { id, reference }: { readonly id: string; readonly reference: string },
  record: Omit<Insertable<DeletionsTable>, 'id' | 'reference_digest'>,
): Promise<string[]> {
  const nothing = Buffer.alloc(0);
  // `erased` is never seen from outside: with it the database lets the events go.
  await database.updateTable('applications').set({ state: 'erased', wrapped_key: nothing, sealed: nothing }).where('id', '=', id).execute();
  for (const table of ['notices', 'mail_addresses', 'letters', 'events'] as const) {
    await database.deleteFrom(table).where('application_id', '=', id).execute();
  }
  const deliveries = database.selectFrom('deliveries').select('id').where('application_id', '=', id);
  await database.deleteFrom('delivery_attempts').where('delivery_id', 'in', deliveries).execute();
  await database.deleteFrom('deliveries').where('application_id', '=', id).execute();
  await database.deleteFrom('draft_keys').where('draft_id', '=', id).execute();
  const files = await database.deleteFrom('attachments').where('application_id', '=', id).returning('id').execute();
  await database.deleteFrom('applications').where('id', '=', id).execute();
  await database
    .insertInto('deletions')
    .values({ ...record, reference_digest: referenceDigest(reference) })
    .execute();
  return files.map((file) => file.id);
}

/** By which who knows the reference number of a case finds out that it was deleted. Lower-case hex. */
export const referenceDigest = (reference: string): string => createHash('sha256').update(reference).digest('hex');
