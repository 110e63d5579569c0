import type { Kysely, Selectable } from 'kysely';
import type { LettersTable, Tables } from './tables.js';

export type LetterRow = Selectable<LettersTable>;

/** Oldest first. */
export async function letterRowsOf(database: Kysely<Tables>, applicationId: string): Promise<LetterRow[]> {
  return database.selectFrom('letters').selectAll().where('application_id', '=', applicationId).orderBy('number').execute();
}

export async function insertLetter(database: Kysely<Tables>, row: LetterRow): Promise<void> {
  await database.insertInto('letters').values(row).execute();
}

/** The number of the next letter of a case: 1 for the first. Within the transaction that writes it. */
export async function nextLetterNumber(database: Kysely<Tables>, applicationId: string): Promise<number> {
  const row = await database
    .selectFrom('letters')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}
