import type { Kysely, Selectable } from 'kysely';
import type { DeliveriesTable, Instant, Tables } from './tables.js';

export type DeliveryRow = Selectable<DeliveriesTable>;
/** How a delivery stands, without what is sealed. */
export type DeliveryStanding = Pick<DeliveryRow, 'id' | 'application_id' | 'target' | 'state' | 'case_state'>;

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

/** For lists. */
export async function standingsOf(database: Kysely<Tables>, applicationIds: readonly string[]): Promise<DeliveryStanding[]> {
  if (applicationIds.length === 0) return [];
  return database
    .selectFrom('deliveries')
    .select(['id', 'application_id', 'target', 'state', 'case_state'])
    .where('application_id', 'in', applicationIds)
    .execute();
}

export interface OpenDeliveries {
  readonly target: string;
  readonly state: string;
  readonly count: number;
  /** When the oldest was made. */
  readonly oldest: Instant;
}

/** How many deliveries are in each of these states, by target. */
export async function countDeliveries(database: Kysely<Tables>, states: readonly string[]): Promise<OpenDeliveries[]> {
  const rows = await database
    .selectFrom('deliveries')
    .select(({ fn }) => ['target', 'state', fn.countAll<number | string>().as('count'), fn.min('created_at').as('oldest')])
    .where('state', 'in', states)
    .groupBy(['target', 'state'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
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
