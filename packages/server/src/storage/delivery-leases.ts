import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';
import { isPostgres } from './dialect.js';
import type { DeliveryRow } from './deliveries.js';
import type { Instant, Tables } from './tables.js';

/**
 * Takes the delivery to a target that has waited longest, for one worker and until `until`; null if none is due. Two workers never hold
 * the same one: the row is chosen and marked by one statement. A lease that ran out is taken over.
 */
export async function claimDelivery(
  database: Kysely<Tables>,
  claim: { target: string; owner: string; now: Instant; until: Instant; states: readonly string[] },
): Promise<DeliveryRow | null> {
  const row = await database
    .updateTable('deliveries')
    .set({ lease_owner: claim.owner, lease_until: claim.until })
    .where('id', '=', (query) =>
      query
        .selectFrom('deliveries as due')
        .select('due.id')
        .where('due.target', '=', claim.target)
        .where('due.state', 'in', claim.states)
        .where('due.due_at', '<=', claim.now)
        .where(hasNoEarlier)
        .where((where) => where.or([where('due.lease_until', 'is', null), where('due.lease_until', '<', claim.now)]))
        .orderBy('due.due_at')
        .limit(1)
        // Rows that another worker is just choosing: SQLite has none.
        .$if(isPostgres(database), (due) => due.forUpdate().skipLocked()),
    )
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', claim.now)]))
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

type Due = ExpressionBuilder<Tables & { due: Tables['deliveries'] }, 'due'>;

/** A supplement waits until the counterpart has the application and the supplements before it. */
function hasNoEarlier({ not, exists, selectFrom }: Due): ExpressionWrapper<Tables & { due: Tables['deliveries'] }, 'due', SqlBool> {
  return not(
    exists(
      selectFrom('deliveries as earlier')
        .select('earlier.id')
        .whereRef('earlier.application_id', '=', 'due.application_id')
        .whereRef('earlier.target', '=', 'due.target')
        .whereRef('earlier.supplement', '<', 'due.supplement')
        .where('earlier.state', '!=', 'acknowledged'),
    ),
  );
}

/** Writes a change of a leased delivery. False: the lease was lost in the meantime, nothing was written. */
export async function changeLeased(
  database: Kysely<Tables>,
  id: string,
  owner: string,
  change: Partial<Omit<DeliveryRow, 'id' | 'application_id' | 'target' | 'created_at'>>,
): Promise<boolean> {
  const result = await database
    .updateTable('deliveries')
    .set(change)
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Gives back what a worker holds, so that another one need not wait for the lease to run out. */
export async function releaseLeases(database: Kysely<Tables>, owner: string): Promise<void> {
  await database.updateTable('deliveries').set({ lease_owner: null, lease_until: null }).where('lease_owner', '=', owner).execute();
}

/** When the next delivery to a target is due that nobody holds; null where there is none. */
export async function nextDue(
  database: Kysely<Tables>,
  query: { target: string; now: Instant; states: readonly string[] },
): Promise<Instant | null> {
  const row = await database
    .selectFrom('deliveries as due')
    .select(({ fn }) => fn.min('due.due_at').as('due'))
    .where('due.target', '=', query.target)
    .where('due.state', 'in', query.states)
    .where((where) => where.or([where('due.lease_until', 'is', null), where('due.lease_until', '<', query.now)]))
    .where(hasNoEarlier)
    .executeTakeFirst();
  return row?.due ?? null;
}

/** Since when the oldest open delivery has waited; null where there is none. */
export async function oldestOpen(database: Kysely<Tables>, states: readonly string[]): Promise<Instant | null> {
  const row = await database
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('created_at').as('oldest'))
    .where('state', 'in', states)
    .executeTakeFirst();
  return row?.oldest ?? null;
}
