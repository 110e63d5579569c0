import type { ExpressionBuilder, ExpressionWrapper, Kysely, RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { DeliveryRow } from './deliveries.js';
import { isPostgres } from './dialect.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Instant, Tables } from './tables.js';
import { never } from './tables.js';
import { findTarget } from './targets.js';

/**
 * Takes the delivery to a target that has waited longest, for one worker and until `until`; null if none is due, if `atOnce` are under way
 * already, or if the target is paused. While it is paused, one at a time tries it. Two workers never hold the same delivery. A lease that ran out
 * is taken over.
 */
export function claimDelivery(database: Kysely<Tables>, claim: Claim): Promise<DeliveryRow | null> {
  // One statement is enough where one writes at a time. PostgreSQL would count while another worker is taking one.
  if (!isPostgres(database)) return take(database, claim);
  return oneAtATime(database, `target:${claim.target}`, (transaction) => take(transaction, claim));
}

interface Claim {
  readonly target: string;
  readonly owner: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly states: readonly string[];
  readonly atOnce: number;
}

async function take(database: Kysely<Tables>, { target, owner, now, until, states, atOnce }: Claim): Promise<DeliveryRow | null> {
  const row = await database
    .updateTable('deliveries')
    .set({ lease_owner: owner, lease_until: until })
    .where('id', '=', (query) =>
      query
        .selectFrom('deliveries as due')
        .select('due.id')
        .where('due.target', '=', target)
        .where('due.due_at', '<=', now)
        .where('due.state', 'in', states)
        .where((where) => where.or([where('due.lease_until', 'is', null), where('due.lease_until', '<', now)]))
        .where(hasNoEarlier)
        .where(hasRoom(target, now, atOnce))
        .orderBy('due.due_at')
        .limit(1),
    )
    // A person may decide about it in the meantime.
    .where('state', 'in', states)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** For one more? While a target is paused: for one in all, and that not before it is to be tried again. */
const hasRoom = (target: string, now: Instant, atOnce: number): RawBuilder<SqlBool> => sql<SqlBool>`
  not exists (select 1 from targets where name = ${target} and probe_at > ${now})
  and (select count(*) from deliveries where lease_until >= ${now} and target = ${target})
    < coalesce((select 1 from targets where name = ${target} and paused_since is not null), ${atOnce})`;

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

/** When the next delivery to a target is due that nobody holds; null where there is none. A paused target is not counted before it is tried again. */
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
    .where('due.due_at', '<', never)
    .executeTakeFirst();
  const due = row?.due ?? null;
  const probe = due && (await findTarget(database, query.target))?.probe_at;
  return probe && due && probe > due ? probe : due;
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
