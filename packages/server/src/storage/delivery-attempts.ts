import type { HandOverStep } from '@serviceportal/form-engine';
import type { Kysely, Selectable } from 'kysely';
import type { DeliveryAttemptsTable, Instant, Tables } from './tables.js';

export type AttemptRow = Selectable<DeliveryAttemptsTable>;

/** Oldest first. */
export async function attemptsOf(database: Kysely<Tables>, deliveryId: string): Promise<AttemptRow[]> {
  return database.selectFrom('delivery_attempts').selectAll().where('delivery_id', '=', deliveryId).orderBy('id').execute();
}

/** Notes that a step, or a question about it, begins. Returns the number of the entry. */
export async function insertAttempt(
  database: Kysely<Tables>,
  attempt: { delivery_id: string; number: number; step: HandOverStep | null; asked: number; started_at: Instant },
): Promise<number> {
  const row = await database
    .insertInto('delivery_attempts')
    .values({ ...attempt, ended_at: null, outcome: null, message: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export interface AttemptEnd {
  readonly ended_at: Instant;
  readonly outcome: string;
  readonly message: string | null;
}

export async function endAttempt(database: Kysely<Tables>, id: number, end: AttemptEnd): Promise<void> {
  await database.updateTable('delivery_attempts').set(end).where('id', '=', id).execute();
}

/** Ends the entries that a process that died has left open. Returns how many steps, not counting questions, were under way. */
export async function endOpenAttempts(database: Kysely<Tables>, deliveryId: string, end: AttemptEnd): Promise<number> {
  const open = await database
    .updateTable('delivery_attempts')
    .set(end)
    .where('delivery_id', '=', deliveryId)
    .where('ended_at', 'is', null)
    .returning('asked')
    .execute();
  return open.filter(({ asked }) => asked === 0).length;
}
