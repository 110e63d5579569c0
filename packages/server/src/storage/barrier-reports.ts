import type { Kysely, Selectable } from 'kysely';
import type { BarrierReportsTable, Instant, Tables } from './tables.js';

export type BarrierReportRow = Selectable<BarrierReportsTable>;

export async function insertBarrierReport(database: Kysely<Tables>, row: BarrierReportRow): Promise<void> {
  await database.insertInto('barrier_reports').values(row).execute();
}

/** Newest first. */
export async function barrierReportRows(database: Kysely<Tables>, done: boolean, limit: number): Promise<BarrierReportRow[]> {
  return database
    .selectFrom('barrier_reports')
    .selectAll()
    .where('done_at', done ? 'is not' : 'is', null)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

export async function countOpenBarrierReports(database: Kysely<Tables>): Promise<number> {
  const row = await database
    .selectFrom('barrier_reports')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Null: it is open again. False: there is no such report. */
export async function markBarrierReport(
  database: Kysely<Tables>,
  id: string,
  done: { readonly at: Instant; readonly by: string } | null,
): Promise<boolean> {
  const result = await database
    .updateTable('barrier_reports')
    .set({ done_at: done?.at ?? null, done_by: done?.by ?? null })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteBarrierReportsBefore(database: Kysely<Tables>, instant: Instant): Promise<number> {
  const result = await database.deleteFrom('barrier_reports').where('created_at', '<', instant).executeTakeFirst();
  return Number(result.numDeletedRows);
}
