import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { DeliveryRow } from './deliveries.js';
import type { Instant, Tables } from './tables.js';
import { findTarget } from './targets.js';

/** States of a case after which nothing more is asked. */
export const finalCaseStates = ['rejected', 'closed'] as const;

/**
 * Takes, for one worker, the delivery whose counterpart is next to be asked what became of the case; null: none is due, or the target is left
 * alone. While it is paused, one at a time tries it, with a question or a delivery.
 */
export async function claimStatus(
  database: Kysely<Tables>,
  { target, owner, now, until }: { target: string; owner: string; now: Instant; until: Instant },
): Promise<DeliveryRow | null> {
  const row = await database
    .updateTable('deliveries')
    .set({ lease_owner: owner, lease_until: until })
    .where('id', '=', (query) =>
      query
        .selectFrom('deliveries as due')
        .select('due.id')
        .where('due.status_due_at', '<=', now)
        .where('due.target', '=', target)
        .where('due.state', '=', 'acknowledged')
        .where((where) => where.or([where('due.lease_until', 'is', null), where('due.lease_until', '<', now)]))
        .where(mayBeAsked(target, now))
        .orderBy('due.status_due_at')
        .limit(1),
    )
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now)]))
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

const mayBeAsked = (target: string, now: Instant): RawBuilder<SqlBool> => sql<SqlBool>`
  not exists (select 1 from targets where name = ${target} and (probe_at > ${now} or (paused_since is not null
    and exists (select 1 from deliveries where lease_until >= ${now} and target = ${target}))))`;

/** When the next question is due; null: never. A paused target is not counted before it is tried again. */
export async function nextStatusDue(database: Kysely<Tables>, target: string, now: Instant): Promise<Instant | null> {
  const row = await database
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('status_due_at').as('due'))
    .where('status_due_at', 'is not', null)
    .where('target', '=', target)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now)]))
    .executeTakeFirst();
  const due = row?.due ?? null;
  const probe = due && (await findTarget(database, target))?.probe_at;
  return probe && due && probe > due ? probe : due;
}

/** Sets when the counterpart is asked again, unless it has called in the meantime. */
export async function askAgainAt(database: Kysely<Tables>, { id, status_due_at }: DeliveryRow, due: Instant | null): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({ status_due_at: due })
    .where('id', '=', id)
    .where('status_due_at', '=', status_due_at)
    .execute();
}

/**
 * A counterpart has called about these deliveries: it is asked about them now, also about those of which nobody knows whether they arrived.
 * Returns how many there are.
 */
export async function askNow(
  database: Kysely<Tables>,
  target: string,
  { keys, numbers }: { keys: readonly string[]; numbers: readonly string[] },
  now: Instant,
): Promise<number> {
  const named = database.selectFrom('deliveries').select('id').where('target', '=', target);
  const known = [
    ...(keys.length > 0 ? await named.where('id', 'in', keys).execute() : []),
    ...(numbers.length > 0 ? await named.where('counterpart_reference', 'in', numbers).execute() : []),
  ].map(({ id }) => id);
  if (known.length === 0) return 0;
  const asked = await database
    .updateTable('deliveries')
    .set({ status_due_at: now })
    .where('id', 'in', known)
    .where('state', '=', 'acknowledged')
    .where((where) => where.or([where('case_state', 'is', null), where('case_state', 'not in', finalCaseStates)]))
    .executeTakeFirst();
  const looked = await database
    .updateTable('deliveries')
    .set({ due_at: now })
    .where('id', 'in', known)
    .where('state', '=', 'asking')
    .executeTakeFirst();
  return Number(asked.numUpdatedRows + looked.numUpdatedRows);
}
