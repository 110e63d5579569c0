import type { Kysely } from 'kysely';
import type { Instant, Tables } from './tables.js';
import { never } from './tables.js';

/** Clocks of processes that share a database are less apart than this. Milliseconds. */
const toleranceMs = 5 * 60_000;

/** Whoever lives renews the lease of a delivery within this, and has ended an attempt at a message. Milliseconds. */
const longest = { delivery: 10_000, notice: 3 * 60_000 };

/**
 * Makes due what was written at a time that is still to come: by a clock that has been put back since. What was to wait for seconds would
 * otherwise wait until that time has come again. Leases are shortened, not ended: nothing is taken from who lives.
 *
 * @param states of deliveries with which something is to be done
 * @returns how many deliveries and messages it was
 */
export async function bringForward(database: Kysely<Tables>, now: Instant, states: readonly string[]): Promise<number> {
  const after = (milliseconds: number): Instant => new Date(Date.parse(now) + milliseconds).toISOString();
  const horizon = after(toleranceMs);
  const change = { due_at: now, updated_at: now };
  return database.transaction().execute(async (transaction) => {
    // Before the deliveries, by which it is seen: attempts at a target and its pause are written together.
    await transaction
      .updateTable('targets')
      .set({ probe_at: now })
      .where('probe_at', '>', now)
      .where((where) =>
        where.exists(
          where
            .selectFrom('deliveries')
            .select('id')
            .whereRef('deliveries.target', '=', 'targets.name')
            .where('due_at', '<', never)
            .where('updated_at', '>', horizon),
        ),
      )
      .execute();
    const shorter = (length: number) => ({ lease_until: after(length) });
    await transaction.updateTable('deliveries').set(shorter(longest.delivery)).where('lease_until', '>', horizon).execute();
    await transaction.updateTable('notices').set(shorter(longest.notice)).where('lease_until', '>', horizon).execute();
    const deliveries = await transaction
      .updateTable('deliveries')
      .set(change)
      .where('state', 'in', states)
      .where('due_at', '>', now)
      .where('updated_at', '>', horizon)
      .executeTakeFirst();
    const notices = await transaction
      .updateTable('notices')
      .set(change)
      .where('state', '=', 'pending')
      .where('due_at', '>', now)
      .where('updated_at', '>', horizon)
      .executeTakeFirst();
    return Number(deliveries.numUpdatedRows + notices.numUpdatedRows);
  });
}
