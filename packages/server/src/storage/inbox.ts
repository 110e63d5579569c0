import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { ApplicationSummary } from './applications.js';
import type { Tables } from './tables.js';

export interface InboxQuery {
  readonly state: string | null;
  /** Beginning of the reference number, or the whole number of a counterpart, as typed. */
  readonly reference: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Reference numbers are in capitals. What begins so, whatever the typist's shift key; wildcards are no part of a number. */
const beginning = (reference: string): string => `${reference.toUpperCase().replace(/[%_\\]/g, '')}%`;

function numbered(number: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(applications.reference like ${beginning(number)}
    or applications.id in (select application_id from deliveries where counterpart_reference = ${number}))`;
}

/** Applications, newest first. */
export async function listApplications(database: Kysely<Tables>, query: InboxQuery): Promise<ApplicationSummary[]> {
  let rows = database
    .selectFrom('applications')
    .select(['id', 'reference', 'package_key', 'package_digest', 'state', 'submitted_at', 'updated_at']);
  if (query.state !== null) rows = rows.where('state', '=', query.state);
  if (query.reference !== null) rows = rows.where(numbered(query.reference));
  return rows.orderBy('submitted_at', 'desc').orderBy('id', 'desc').limit(query.limit).offset(query.offset).execute();
}

/** How many applications are in each state, for those whose reference begins so. */
export async function countByState(database: Kysely<Tables>, reference: string | null): Promise<Map<string, number>> {
  let rows = database.selectFrom('applications').select(({ fn }) => ['state', fn.countAll<number | string>().as('count')]);
  if (reference !== null) rows = rows.where(numbered(reference));
  const counts = await rows.groupBy('state').execute();
  return new Map(counts.map((row) => [row.state, Number(row.count)]));
}
