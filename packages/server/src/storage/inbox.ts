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

/** Beyond so many nobody counts: the inbox costs the same with a hundred thousand applications as with a thousand. */
export const mostCounted = 1_000;

/** How many applications are in each of these states, for those whose reference begins so; `mostCounted + 1`: more than that. */
export async function countByState<State extends string>(
  database: Kysely<Tables>,
  states: readonly State[],
  reference: string | null,
): Promise<Map<State, number>> {
  const counts = await Promise.all(
    states.map(async (state) => {
      let rows = database.selectFrom('applications').select('id').where('state', '=', state);
      if (reference !== null) rows = rows.where(numbered(reference));
      const { count } = await database
        .selectFrom(rows.limit(mostCounted + 1).as('some'))
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow();
      return [state, Number(count)] as const;
    }),
  );
  return new Map(counts.filter(([, count]) => count > 0));
}
