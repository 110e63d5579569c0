import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';
import type { Instant, Tables } from './tables.js';

/** The packages of which there are applications. */
export async function packagesInUse(database: Kysely<Tables>): Promise<string[]> {
  const rows = await database.selectFrom('applications').select('package_digest').distinct().execute();
  return rows.map((row) => row.package_digest);
}

/** Nothing of an application is left to hand over. */
export function isHandedOver({
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<Tables, 'applications'>): ExpressionWrapper<Tables, 'applications', SqlBool> {
  return not(
    exists(
      selectFrom('deliveries')
        .select('deliveries.id')
        .whereRef('deliveries.application_id', '=', 'applications.id')
        .where('deliveries.state', '!=', 'acknowledged'),
    ),
  );
}

interface Over {
  readonly digest: string;
  readonly state: string;
  /** They have been in the state since an earlier instant. */
  readonly before: Instant;
}

/** Applications of a package that have been in a state for long, and have nothing left to hand over. The oldest first. */
export async function applicationsOver(database: Kysely<Tables>, { digest, state, before }: Over, limit: number): Promise<string[]> {
  const rows = await database
    .selectFrom('applications')
    .select('id')
    .where('package_digest', '=', digest)
    .where('state', '=', state)
    .where('updated_at', '<', before)
    .where(isHandedOver)
    .orderBy('updated_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
