import type { Kysely, Selectable } from 'kysely';
import type { DeliveriesTable, DeliveryAttemptsTable, Instant, Tables } from './tables.js';

export type DeliveryRow = Selectable<DeliveriesTable>;
export type AttemptRow = Selectable<DeliveryAttemptsTable>;

export async function insertDelivery(
  database: Kysely<Tables>,
  delivery: { id: string; applicationId: string; target: string; supplement?: number; state: string; at: Instant },
): Promise<void> {
  await database
    .insertInto('deliveries')
    .values({
      id: delivery.id,
      application_id: delivery.applicationId,
      target: delivery.target,
      supplement: delivery.supplement ?? 0,
      state: delivery.state,
      attempts: 0,
      due_at: delivery.at,
      lease_owner: null,
      lease_until: null,
      counterpart_reference: null,
      acknowledged_at: null,
      last_error: null,
      reason: null,
      created_at: delivery.at,
      updated_at: delivery.at,
    })
    .execute();
}

export async function findDelivery(database: Kysely<Tables>, id: string): Promise<DeliveryRow | null> {
  return (await database.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function deliveriesOf(database: Kysely<Tables>, applicationIds: readonly string[]): Promise<DeliveryRow[]> {
  if (applicationIds.length === 0) return [];
  return database
    .selectFrom('deliveries')
    .selectAll()
    .where('application_id', 'in', applicationIds)
    .orderBy('target')
    .orderBy('supplement')
    .execute();
}

export async function attemptsOf(database: Kysely<Tables>, deliveryId: string): Promise<AttemptRow[]> {
  return database.selectFrom('delivery_attempts').selectAll().where('delivery_id', '=', deliveryId).orderBy('id').execute();
}

export async function insertAttempt(
  database: Kysely<Tables>,
  attempt: { delivery_id: string; number: number; started_at: Instant },
): Promise<number> {
  const row = await database
    .insertInto('delivery_attempts')
    .values({ ...attempt, ended_at: null, outcome: null, message: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function endAttempt(
  database: Kysely<Tables>,
  id: number,
  end: { ended_at: Instant; outcome: string; message: string | null },
): Promise<void> {
  await database.updateTable('delivery_attempts').set(end).where('id', '=', id).execute();
}

/** Deliveries in these states to none of these targets, which nobody holds just now. */
export async function unservedDeliveries(
  database: Kysely<Tables>,
  query: { targets: readonly string[]; states: readonly string[]; now: Instant },
): Promise<DeliveryRow[]> {
  const { targets } = query;
  return database
    .selectFrom('deliveries')
    .selectAll()
    .where('state', 'in', query.states)
    .$if(targets.length > 0, (rows) => rows.where('target', 'not in', targets))
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', query.now)]))
    .execute();
}
