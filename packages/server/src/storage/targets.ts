import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Instant, TargetsTable, Tables } from './tables.js';

export type TargetRow = Selectable<TargetsTable>;

/** How a target fares; null: nothing has failed. */
export async function findTarget(database: Kysely<Tables>, name: string): Promise<TargetRow | null> {
  return (await database.selectFrom('targets').selectAll().where('name', '=', name).executeTakeFirst()) ?? null;
}

export async function pausedTargets(database: Kysely<Tables>): Promise<TargetRow[]> {
  return database.selectFrom('targets').selectAll().where('paused_since', 'is not', null).orderBy('name').execute();
}

/**
 * One more attempt for which the target was unavailable. Returns how many there were in a row. Null: it was under way when the target was paused,
 * and says nothing new; several that fail together are not several probes.
 */
export async function countFailure(database: Kysely<Tables>, name: string, now: Instant): Promise<number | null> {
  const row = await database
    .insertInto('targets')
    .values({ name, failures: 1, paused_since: null, probe_at: null })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ failures: sql<number>`targets.failures + 1` })
        .where((where) => where.or([where('targets.probe_at', 'is', null), where('targets.probe_at', '<=', now)])),
    )
    .returning('failures')
    .executeTakeFirst();
  return row?.failures ?? null;
}

/** Leaves a target alone until `probeAt`. */
export async function pauseTarget(database: Kysely<Tables>, name: string, now: Instant, probeAt: Instant): Promise<void> {
  await database
    .updateTable('targets')
    .set(({ fn, val }) => ({ paused_since: fn.coalesce('paused_since', val(now)), probe_at: probeAt }))
    .where('name', '=', name)
    .execute();
}

/** The target answers. What waited because it did not is due now. */
export async function resumeTarget(database: Kysely<Tables>, name: string, now: Instant): Promise<void> {
  const ended = await database.deleteFrom('targets').where('name', '=', name).returning('paused_since').executeTakeFirst();
  if (!ended?.paused_since) return;
  await database
    .updateTable('deliveries')
    .set({ due_at: now })
    .where('target', '=', name)
    .where('state', 'in', ['retrying', 'asking'])
    .where('due_at', '>', now)
    .execute();
}

/** Lets the next attempt at a paused target begin now. */
export async function probeNow(database: Kysely<Tables>, name: string, now: Instant): Promise<void> {
  await database.updateTable('targets').set({ probe_at: now }).where('name', '=', name).where('paused_since', 'is not', null).execute();
}
